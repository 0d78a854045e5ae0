import Formats
import Geography
package import PostgreSQL
import Reports

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
        "id", "number", "kind", "category", "status", "reason", "description", "public_description",
        "channel", "lon", "lat", "east", "north", "morton", "district", "unit", "first_action_due",
        "closure_due", "first_action_at", "waiting_since", "created_at", "updated_at", "closed_at",
        "closed_spells", "supporters", "version", "city_version", "rule", "placement", "needs_review",
    ]
    private static let eventColumns = [
        "report_id", "version", "what", "from_status", "status", "at", "actor", "actor_name", "reason",
    ]
}

extension CopyWriter {
    fileprivate mutating func append(_ bulk: BulkReport, number: ReportNumber) throws(DatabaseError) {
        let report = bulk.report
        let coordinate = report.placement.coordinate
        try append(bulk.id.uuid)
        try append(number.description)
        try append(report.kind)
        try append(report.category)
        try append(bulk.status)
        try append(bulk.reason?.rawValue)
        try append(report.words.description)
        try append(report.words.differingDescription)
        try append(report.channel)
        try append(coordinate.longitude)
        try append(coordinate.latitude)
        try append(report.placement.metres.x)
        try append(report.placement.metres.y)
        try append(MortonKey(coordinate).rawValue)
        try append(report.placement.district)
        try append(report.placement.unit)
        try append(report.due.firstAction)
        try append(report.due.closure)
        try append(bulk.firstActed)
        try append(bulk.waitingSince)
        try append(report.created)
        try append(bulk.updated)
        try append(bulk.closings.closed)
        try append(bulk.closings.spells.moments)
        try append(Int32(clamping: bulk.supporters))
        try append(bulk.version)
        let grounds = report.placement.grounds
        try append(grounds.map { Int32(clamping: $0.cityVersion) })
        try append(grounds?.rule)
        try append(grounds?.jsonb)
        try append(grounds?.needsReview ?? false)
    }

    fileprivate mutating func append(eventsOf bulk: BulkReport) throws(DatabaseError) {
        var version: Int32 = 1
        var status = ReportStatus.received
        try append(
            row: bulk.id.uuid,
            version,
            EventKind.received,
            ReportStatus?.none,
            status,
            bulk.report.created,
            ActorRole.reporter,
            String?.none,
            String?.none
        )
        for stage in bulk.stages {
            version += 1
            try append(
                row: bulk.id.uuid,
                version,
                EventKind.status,
                ReportStatus?.some(status),
                stage.status,
                stage.at,
                stage.actor.role,
                stage.actor.name,
                stage.reason?.rawValue
            )
            status = stage.status
        }
    }
}
