/// The choices of an `Accept-…` header with their weights (RFC 9110 §12.4.2), but for ill-formed ones.
struct QualityList {
    struct Choice {
        /// In lower case; `*` stands for any.
        let value: String
        /// Thousandths: 0 (refused) to 1,000.
        let quality: Int
    }

    private static let limit = 32

    let choices: [Choice]

    init(parsing header: String) {
        var scanner = HeaderScanner(header)
        var choices: [Choice] = []
        while !scanner.isAtEnd, choices.count < Self.limit {
            if let choice = Self.choice(&scanner) {
                choices.append(choice)
            }
            scanner.skip(past: ",")
        }
        self.choices = choices
    }

    /// Leaves the scanner before the comma or the end that follows a well-formed choice.
    private static func choice(_ scanner: inout HeaderScanner) -> Choice? {
        scanner.skipWhitespace()
        guard let value = scanner.token()?.lowercased() else { return nil }
        var quality: Int? = 1_000
        scanner.skipWhitespace()
        while scanner.consume(";") {
            scanner.skipWhitespace()
            guard let name = scanner.token(), scanner.consume("="), let weight = scanner.token() else {
                return nil
            }
            if name == "q" || name == "Q" {
                quality = thousandths(weight)
            }
            scanner.skipWhitespace()
        }
        guard let quality else { return nil }
        return Choice(value: value, quality: quality)
    }

    /// Reads `0`, `0.5`, `1.000`: at most three decimals, at most one.
    static func thousandths(_ weight: String) -> Int? {
        let bytes = Array(weight.utf8)
        guard let first = bytes.first, bytes.count <= 5,
            first == UInt8(ascii: "0") || first == UInt8(ascii: "1"),
            bytes.count == 1 || bytes[1] == UInt8(ascii: ".")
        else { return nil }
        var value = Int(first - UInt8(ascii: "0")) * 1_000
        var unit = 100
        for digit in bytes.dropFirst(2) {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value += Int(digit - UInt8(ascii: "0")) * unit
            unit /= 10
        }
        return value <= 1_000 ? value : nil
    }
}
