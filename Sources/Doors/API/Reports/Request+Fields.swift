import Formats
import HTTP
import Ledger

extension Request {
    /// Reads the body as a JSON object; throws every problem with the pointer of its field.
    func fields<Value>(_ read: (inout FieldReader) -> Value?) throws -> Value {
        try requireJSON()
        return try FieldReader.read(try JSON.parse(body), read)
    }
}

extension FieldReader {
    /// Reads what somebody says in a text of several lines, at least one visible character.
    mutating func words(_ name: String) -> String? {
        guard let text = string(name, length: 1...Note.longest, controls: .lineEnds) else { return nil }
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            report(name, .missing, .noWords)
            return nil
        }
        return text
    }
}

extension LocalizedText {
    fileprivate static let noWords = LocalizedText(pl: "Brakuje tekstu.", en: "The text is missing.")
    static let reportNumber = LocalizedText(
        pl: "Numer wygląda tak: KCK-2026-000123.",
        en: "A number looks like this: KCK-2026-000123."
    )
}
