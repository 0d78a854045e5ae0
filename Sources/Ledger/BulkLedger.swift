package import Formats
import Geography
package import PostgreSQL
package import Reports

/// A report with the state that it has reached already, for writing many at once.
package struct BulkReport: Sendable {
    let id: ReportIdentifier
    let kind: ReportKind
    let category: String
    let status: ReportStatus
    let description: String
    let placement: Placement
    let created: Timestamp
    let updated: Timestamp
    let closed: Timestamp?
    let supporters: Int

    package init(
        id: ReportIdentifier,
        kind: ReportKind,
        category: String,
        status: ReportStatus,
        description: String,
        placement: Placement,
        created: Timestamp,
        updated: Timestamp,
        closed: Timestamp?,
        supporters: Int
    ) {
        self.id = id
        self.kind = kind
        self.category = category
        self.status = status
        self.description = description
        self.placement = placement
        self.created = created
        self.updated = updated
        self.closed = closed
        self.supporters = supporters
    }

    /// The first version is the report as it was received; a second one brought it where it stands.
    var version: Int32 { status == .received ? 1 : 2 }
}

/// Writes many reports with their events by COPY, a batch in one transaction.
package struct BulkLedger: Sendable {
    private let database: Database
    private let numberPrefix: String

    package init(_ database: Database, numberPrefix: String) {
        self.database = database
        self.numberPrefix = numberPrefix
    }

    /// Whether no report is there yet.
    package func isEmpty() async throws -> Bool {
        try await database.read { session in
            try session.query("SELECT NOT EXISTS (SELECT FROM report)").one {
                try $0.decode(Bool.self, at: 0)
            }
        }
    }

    /// Writes a batch, numbered within one year in the batch's order.
    ///
    /// The commit does not wait for the disk; `settle` does, once for all.
    package func write(_ reports: [BulkReport], year: Int) async throws {
        try await database.write { [numberPrefix] session in
            try session.execute("SET LOCAL synchronous_commit = off")
            let serials = try session.query(
                """
                SELECT nextval(drawn.sequence) FROM (SELECT report_serial_sequence(\(Int32(clamping: year))) AS sequence) AS drawn,
                    generate_series(1, \(Int32(clamping: reports.count)))
                """
            ).map { try $0.decode(Int64.self, at: 0) }
            try session.copy(into: "report", columns: BulkLedger.reportColumns) { rows in
                for (report, serial) in zip(reports, serials) {
                    guard let number = ReportNumber(prefix: numberPrefix, year: year, serial: Int(serial))
                    else {
                        throw BrokenRow(table: "report", column: "number")
                    }
                    try rows.append(report, number: number)
                }
            }
            try session.copy(into: "report_event", columns: BulkLedger.eventColumns) { rows in
                for report in reports { try rows.append(eventsOf: report) }
            }
        }
    }

    /// Returns when everything that was written is safe on the disk.
    package func settle() async throws {
        // Any commit that waits for its own record waits for all before it.
        try await database.write { session in
            _ = try session.query("SELECT pg_current_xact_id()")
        }
    }

    private static let reportColumns = [
        "id", "number", "kind", "category", "status", "description", "lon", "lat", "east", "north", "morton",
        "district",
        "unit", "created_at", "updated_at", "closed_at", "supporters", "version", "city_version", "rule",
        "placement",
        "needs_review",
    ]
    private static let eventColumns = ["report_id", "version", "what", "status", "at"]
}

extension CopyWriter {
    fileprivate mutating func append(_ report: BulkReport, number: ReportNumber) throws(DatabaseError) {
        let coordinate = report.placement.coordinate
        try append(report.id.uuid)
        try append(number.description)
        try append(report.kind)
        try append(report.category)
        try append(report.status)
        try append(report.description)
        try append(coordinate.longitude)
        try append(coordinate.latitude)
        try append(report.placement.metres.x)
        try append(report.placement.metres.y)
        try append(MortonKey(coordinate).rawValue)
        try append(report.placement.district)
        try append(report.placement.unit)
        try append(report.created)
        try append(report.updated)
        try append(report.closed)
        try append(Int32(clamping: report.supporters))
        try append(report.version)
        let grounds = report.placement.grounds
        try append(grounds.map { Int32(clamping: $0.cityVersion) })
        try append(grounds?.rule)
        try append(grounds?.jsonb)
        try append(grounds?.needsReview ?? false)
    }

    fileprivate mutating func append(eventsOf report: BulkReport) throws(DatabaseError) {
        try append(row: report.id.uuid, Int32(1), "received", ReportStatus.received, report.created)
        guard report.version > 1 else { return }
        try append(row: report.id.uuid, report.version, "status", report.status, report.updated)
    }
}
