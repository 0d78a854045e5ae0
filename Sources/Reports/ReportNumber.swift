/// The number that people read out: `KCK-2026-000123`.
package struct ReportNumber: Hashable, Sendable {
    /// The city's letters, two to eight capitals.
    package let prefix: String
    /// The year in which the report was taken, in the city's time.
    package let year: Int
    /// The count within the year, from 1.
    package let serial: Int

    private static let serials = 1...999_999_999

    /// A number from its parts; nil when one is out of bounds.
    package init?(prefix: String, year: Int, serial: Int) {
        guard (2...8).contains(prefix.utf8.count), prefix.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
            (2000...9999).contains(year), ReportNumber.serials.contains(serial)
        else { return nil }
        self.init(checkedPrefix: prefix, year: year, serial: serial)
    }

    private init(checkedPrefix prefix: String, year: Int, serial: Int) {
        self.prefix = prefix
        self.year = year
        self.serial = serial
    }

    /// Reads what `description` writes, small letters allowed; nil for anything else.
    package init?(parsing text: some StringProtocol) {
        var text = String(text)
        if let known = text.withUTF8({ unsafe ReportNumber(plain: $0) }) {
            self = known
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].utf8.count == 4, (6...9).contains(parts[2].utf8.count),
            parts[1].utf8.allSatisfy(isDigit), parts[2].utf8.allSatisfy(isDigit),
            let year = Int(parts[1]), let serial = Int(parts[2])
        else { return nil }
        self.init(prefix: parts[0].uppercased(), year: year, serial: serial)
    }

    /// Reads what `description` writes: rows of a database have nothing else.
    @unsafe
    private init?(plain text: UnsafeBufferPointer<UInt8>) {
        guard let dash = unsafe text.firstIndex(of: UInt8(ascii: "-")), (2...8).contains(dash),
            unsafe text[..<dash].allSatisfy({ (0x41...0x5A).contains($0) }),
            (dash + 12...dash + 15).contains(text.count), unsafe text[dash + 5] == UInt8(ascii: "-"),
            let year = unsafe ReportNumber.digits(text[(dash + 1)..<(dash + 5)]),
            (2000...9999).contains(year),
            let serial = unsafe ReportNumber.digits(text[(dash + 6)...]),
            ReportNumber.serials.contains(serial)
        else { return nil }
        self.init(
            checkedPrefix: unsafe String(decoding: text[..<dash], as: UTF8.self),
            year: year,
            serial: serial
        )
    }

    @unsafe
    private static func digits(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var number = 0
        for place in unsafe text.indices {
            let byte = unsafe text[place]
            guard isDigit(byte) else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }

    /// Another number of the same letters and year; nil when the count is out of bounds.
    package func sibling(serial: Int) -> ReportNumber? {
        guard ReportNumber.serials.contains(serial) else { return nil }
        return ReportNumber(checkedPrefix: prefix, year: year, serial: serial)
    }

    /// A whole number that is as unique as the report's number within one city, and below 2^53, as map
    /// libraries need it.
    package var key: UInt64 {
        UInt64(year) * 1_000_000_000 + UInt64(serial)
    }

    /// The number behind a `key`; nil when the key is none.
    package init?(prefix: String, key: UInt64) {
        guard key < 10_000_000_000_000 else { return nil }
        self.init(prefix: prefix, year: Int(key / 1_000_000_000), serial: Int(key % 1_000_000_000))
    }
}

extension ReportNumber: CustomStringConvertible {
    /// `KCK-2026-000123`: six digits at least, more once a year needs them.
    package var description: String {
        let digits = String(serial)
        return "\(prefix)-\(year)-\(String(repeating: "0", count: max(0, 6 - digits.count)))\(digits)"
    }
}

private func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte)
}
