import Formats
import Geography
import HTTP

extension QueryReader {
    /// A box of four numbers, or of six with heights, of which nothing here has any.
    mutating func degreeBox(_ name: String) -> DegreeBox? {
        guard let text = given(name) else { return nil }
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { degrees(String($0)) }
        let known = numbers.compactMap { $0 }
        var box: DegreeBox?
        if known.count == numbers.count {
            switch known.count {
            case 4: box = DegreeBox(west: known[0], south: known[1], east: known[2], north: known[3])
            case 6 where known[2] <= known[5]:
                box = DegreeBox(west: known[0], south: known[1], east: known[3], north: known[4])
            default: break
            }
        }
        if box == nil { report(name, "format", .unfitBox) }
        return box
    }

    /// A number as programs print it, an exponent included.
    private func degrees(_ text: String) -> Double? {
        if let number = Double(decimal: text) { return number }
        let isPlain = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte)
        }
        guard isPlain, text.utf8.count <= 32, let number = Double(text), number.isFinite else { return nil }
        return number
    }
}

extension LocalizedText {
    fileprivate static let unfitBox = LocalizedText(
        pl:
            "Oczekiwano czterech liczb (zachód, południe, wschód, północ w stopniach) albo sześciu z wysokościami.",
        en: "Expected four numbers (west, south, east, north in degrees), or six with heights."
    )
}
