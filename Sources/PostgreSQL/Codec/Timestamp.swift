package import Formats

/// A moment is the server's `timestamptz`, which counts from 2000 where ours counts from 1970.
extension Timestamp: ColumnValue {
    private static let postgresEpoch: Int64 = 946_684_800_000_000

    package static var columnType: ColumnType { .timestamptz }

    /// Reads a finite `timestamptz`; the two infinities are out of range.
    package init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        guard type == .timestamptz else { throw .wrongType(type) }
        let raw: Int64 = try bytes.bigEndian()
        let (moment, overflow) = raw.addingReportingOverflow(Timestamp.postgresEpoch)
        guard !overflow, raw != .min, raw != .max else { throw .outOfRange }
        self.init(microseconds: moment)
    }

    /// A moment before what the server can hold is sent as its limit, which the server refuses.
    package func encode(into bytes: inout [UInt8]) {
        let (raw, overflow) = microseconds.subtractingReportingOverflow(Timestamp.postgresEpoch)
        bytes.append(bigEndian: overflow || raw == .min ? Int64.min + 1 : raw)
    }
}
