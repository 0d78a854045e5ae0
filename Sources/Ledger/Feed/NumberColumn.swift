import PostgreSQL
import Reports

/// A report's number as it stands in its column, taken apart without making texts.
struct NumberColumn {
    /// Two to eight capitals, one a byte, the last one lowest.
    let letters: UInt64
    let year: Int
    let serial: Int
}

extension NumberColumn: ColumnDecodable {
    /// Reads `KCK-2026-000123` as the table's own check allows it.
    init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        guard type == .text else { throw .wrongType(type) }
        let dash = UInt8(ascii: "-")
        var letters: UInt64 = 0
        var position = 0
        while position < min(bytes.count, 9), bytes[position] != dash {
            letters = letters << 8 | UInt64(bytes[position])
            position += 1
        }
        guard (2...8).contains(position), (12...15).contains(bytes.count - position),
            bytes[position + 5] == dash
        else { throw .malformed }
        self.letters = letters
        year = try NumberColumn.digits(bytes.extracting(position + 1..<position + 5))
        serial = try NumberColumn.digits(bytes.extracting(position + 6..<bytes.count))
    }

    private static func digits(_ bytes: Span<UInt8>) throws(ColumnProblem) -> Int {
        var number = 0
        for index in bytes.indices {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit < 10 else { throw .malformed }
            number = number * 10 + Int(digit)
        }
        return number
    }
}
