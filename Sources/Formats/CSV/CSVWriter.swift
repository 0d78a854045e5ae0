/// Writes comma-separated values (RFC 4180), one record after the other, for spreadsheets of strangers.
package struct CSVWriter: Sendable {
    /// What has been written so far.
    package private(set) var bytes: [UInt8] = []
    private var isAtStart = true

    /// Begins with nothing; `withMark` puts the byte order mark first, without which spreadsheets take UTF-8 for another
    /// encoding.
    package init(withMark: Bool = false) {
        if withMark { bytes = [0xEF, 0xBB, 0xBF] }
    }

    /// Writes the next value of the record.
    ///
    /// A text that a spreadsheet would take for a formula is written with an apostrophe before it: whoever sends a report
    /// must not have somebody's computer work for them.
    package mutating func text(_ text: String) {
        separate()
        let utf8 = text.utf8
        let isFormula = utf8.first.map { CSVWriter.beginsFormula($0) } ?? false
        let mustQuote = utf8.contains { CSVWriter.mustBeQuoted($0) }
        guard isFormula || mustQuote else {
            bytes.append(contentsOf: utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a value of ours that is no formula and needs no quotes, such as a number or a moment.
    package mutating func plain(_ text: some StringProtocol) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    /// Ends the record.
    package mutating func endRecord() {
        bytes.append(13)
        bytes.append(10)
        isAtStart = true
    }

    /// Hands over what was written, and goes on with nothing.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func separate() {
        if !isAtStart { bytes.append(UInt8(ascii: ",")) }
        isAtStart = false
    }

    private static func beginsFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13: true
        default: false
        }
    }

    private static func mustBeQuoted(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ";") || byte < 0x20
    }
}
