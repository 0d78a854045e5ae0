import Formats
import Geography
import PostgreSQL
package import Reports

extension Ledger {
    /// Writes a report and its first event in one transaction, then publishes it.
    package func record(_ new: NewReport) async throws -> Report {
        var random = SystemRandomNumberGenerator()
        let id = ReportIdentifier(at: new.created, using: &random)
        let statement = insertion(of: new, id: id)
        let number = try await database.write { transaction in
            try transaction.query(statement).one { try $0.decode(String.self, at: 0) }
        }
        guard let number = ReportNumber(parsing: number) else {
            throw BrokenRow(table: "report", column: "number")
        }
        let report = Report(
            id: id,
            number: number,
            kind: new.kind,
            category: new.category,
            status: .received,
            description: new.description,
            placement: new.placement,
            created: new.created,
            updated: new.created,
            closed: nil,
            supporters: 0,
            version: 1
        )
        published([ReportMark(report)])
        return report
    }

    /// One statement, so that taking a report in costs one trip to the database besides BEGIN and COMMIT.
    private func insertion(of new: NewReport, id: ReportIdentifier) -> SQL {
        let place = new.placement
        return """
            WITH drawn AS (
                SELECT year, next_report_serial(year)::text AS serial
                FROM (SELECT extract(year FROM \(new.created) AT TIME ZONE \(timeZone))::integer AS year) AS local
            ), taken AS (
                INSERT INTO report (
                    id, number, kind, category, status, description, lon, lat, east, north, morton, district, unit,
                    created_at, updated_at, city_version, rule, placement, needs_review)
                SELECT \(id.uuid), \(numberPrefix) || '-' || year || '-' || lpad(serial, greatest(6, length(serial)), '0'),
                    \(new.kind), \(new.category), \(ReportStatus.received), \(new.description),
                    \(place.coordinate.longitude), \(place.coordinate.latitude), \(place.metres.x), \(place.metres.y),
                    \(MortonKey(place.coordinate).rawValue), \(place.district), \(place.unit),
                    \(new.created), \(new.created), \(place.grounds.map { Int32(clamping: $0.cityVersion) }),
                    \(place.grounds?.rule), \(place.grounds?.jsonb), \(place.grounds?.needsReview ?? false)
                FROM drawn
                RETURNING id, number, status, version, created_at
            ), told AS (
                INSERT INTO report_event (report_id, version, what, status, at)
                SELECT id, version, 'received', status, created_at FROM taken
            )
            SELECT number FROM taken
            """
    }
}
