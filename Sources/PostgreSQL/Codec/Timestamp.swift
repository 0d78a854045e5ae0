/// A moment, in microseconds since 1970-01-01 00:00 UTC: the server's `timestamptz` on our calendar's zero.
package struct Timestamp: Hashable, Sendable, Comparable {
    package let microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    package static func < (earlier: Timestamp, later: Timestamp) -> Bool {
        earlier.microseconds < later.microseconds
    }

    /// From 1970 to 2000, where the server's count begins.
    private static let postgresEpoch: Int64 = 946_684_800_000_000
}

extension Timestamp: ColumnValue {
    package static var columnType: ColumnType { .timestamptz }

    /// Reads a finite `timestamptz`; the two infinities are out of range.
    package init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        guard type == .timestamptz else { throw .wrongType(type) }
        let raw: Int64 = try bytes.bigEndian()
        let (moment, overflow) = raw.addingReportingOverflow(Self.postgresEpoch)
        guard !overflow, raw != .min, raw != .max else { throw .outOfRange }
        self.init(microseconds: moment)
    }

    /// A moment before what the server can hold is sent as its limit, which the server refuses.
    package func encode(into bytes: inout [UInt8]) {
        let (raw, overflow) = microseconds.subtractingReportingOverflow(Self.postgresEpoch)
        bytes.append(bigEndian: overflow || raw == .min ? Int64.min + 1 : raw)
    }
}
