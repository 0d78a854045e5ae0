package import Formats
package import Reports

/// A place in the one order of all lists, newest first: right after a certain report.
///
/// It is bound to no filter: with another one it means the same moment, and tells nobody anything that the report
/// before it did not. So it needs no secret either; the check only keeps typing errors from looking like places.
package struct PageKey: Sendable, Hashable {
    /// When the report before the place came in.
    package let created: Timestamp
    /// The report before the place.
    package let id: ReportIdentifier

    /// The years 1970 to 9999: in them lies every report, and PostgreSQL knows them all.
    static let moments = Timestamp(seconds: 0)...Timestamp(microseconds: 253_402_300_799_999_999)
    private static let form: UInt8 = 1
    private static let byteCount = 29

    /// The place right after a report.
    package init(after report: Report) {
        self.init(created: report.created, id: report.id)
    }

    init(created: Timestamp, id: ReportIdentifier) {
        self.created = created
        self.id = id
    }

    /// The place before every report of a moment and after all later ones.
    init(before moment: Timestamp) {
        created = min(max(moment, PageKey.moments.lowerBound), PageKey.moments.upperBound)
        id = ReportIdentifier(high: 0, low: 0)
    }

    /// Reads what `description` writes; nil for anything else.
    package init?(parsing text: some StringProtocol) {
        guard let bytes = Base64URL.decode(text), bytes.count == PageKey.byteCount, bytes[0] == PageKey.form,
            PageKey.check(bytes.prefix(25)) == UInt32(truncatingIfNeeded: PageKey.number(bytes[25...]))
        else { return nil }
        created = Timestamp(microseconds: Int64(bitPattern: PageKey.number(bytes[1..<9])))
        id = ReportIdentifier(high: PageKey.number(bytes[9..<17]), low: PageKey.number(bytes[17..<25]))
        guard PageKey.moments.contains(created) else { return nil }
    }

    static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// FNV-1a of 32 bits.
    static func check(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reduce(0x811c_9dc5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    }
}

extension PageKey: CustomStringConvertible {
    /// 39 characters that stand in an address as they are.
    package var description: String {
        var bytes = [PageKey.form]
        for number in [UInt64(bitPattern: created.microseconds), id.high, id.low] {
            PageKey.append(number, count: 8, to: &bytes)
        }
        PageKey.append(UInt64(PageKey.check(bytes[...])), count: 4, to: &bytes)
        return Base64URL.encode(bytes)
    }

    static func append(_ number: UInt64, count: UInt64, to bytes: inout [UInt8]) {
        for place in (0..<count).reversed() { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
    }
}
