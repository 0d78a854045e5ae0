/// A day of the calendar, in days since 1970-01-01: the server's `date`.
package struct CalendarDay: Hashable, Sendable, Comparable {
    package let daysSince1970: Int32

    package init(daysSince1970: Int32) {
        self.daysSince1970 = daysSince1970
    }

    package static func < (earlier: CalendarDay, later: CalendarDay) -> Bool {
        earlier.daysSince1970 < later.daysSince1970
    }

    private static let postgresEpoch: Int32 = 10_957
}

extension CalendarDay: ColumnValue {
    package static var columnType: ColumnType { .date }

    /// Reads a finite `date`; the two infinities are out of range.
    package init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        guard type == .date else { throw .wrongType(type) }
        let raw: Int32 = try bytes.bigEndian()
        let (day, overflow) = raw.addingReportingOverflow(Self.postgresEpoch)
        guard !overflow, raw != .min, raw != .max else { throw .outOfRange }
        self.init(daysSince1970: day)
    }

    /// A day before what the server can hold is sent as its limit, which the server refuses.
    package func encode(into bytes: inout [UInt8]) {
        let (raw, overflow) = daysSince1970.subtractingReportingOverflow(Self.postgresEpoch)
        bytes.append(bigEndian: overflow || raw == .min ? Int32.min + 1 : raw)
    }
}
