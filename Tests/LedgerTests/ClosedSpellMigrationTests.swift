import Glibc
import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

struct ClosedSpellMigrationTests {
    /// Statuses day by day, and the spells that they come to.
    private static let histories: [(statuses: String, spells: String?)] = [
        ("received assigned", nil),
        ("received assigned resolved", nil),
        ("received resolved reopened", "{2,3}"),
        // What happens to a closed report leaves it closed.
        ("received resolved resolved not_resolved reopened resolved", "{2,5}"),
        ("received resolved reopened assigned duplicate reopened withdrawn", "{2,3,5,6}"),
        ("received under_review rejected under_review accepted implemented accepted", "{3,4,6,7}"),
    ]

    @Test(.timeLimit(.minutes(1)))
    func `reports from before learn from their events when they were closed`() async throws {
        try await withDatabase("spell_migration") { database in
            var template = Array("/tmp/emapa-sql-XXXXXX".utf8CString)
            let folder = unsafe String(cString: mkdtemp(&template))
            defer { try? Program.run(["rm", "-rf", folder]) }
            for name in ["0001_reports", "0002_city", "0003_address", "0004_ledger", "0005_feed"] {
                try Program.run(["cp", "\(Checkout.root)/sql/\(name).sql", folder])
            }
            _ = try await Migrations(folder: folder).apply(in: database)
            for (index, history) in Self.histories.enumerated() {
                let statuses = history.statuses.split(separator: " ").map { String($0) }
                try await database.write { session in try write(statuses, as: index + 1, in: session) }
            }
            _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: database)
            let spells = try await database.read { session in
                try session.query(
                    """
                    SELECT (SELECT array_agg(extract(day FROM moment AT TIME ZONE 'UTC')::integer ORDER BY nth)
                        FROM unnest(closed_spells) WITH ORDINALITY AS spell (moment, nth))::text
                    FROM report ORDER BY number
                    """
                ).map { try $0.decode(String?.self, at: 0) }
            }
            #expect(spells == Self.histories.map(\.spells))
        }
    }

    private func write(_ statuses: [String], as serial: Int, in session: borrowing Session) throws {
        let id = UUIDBytes(high: 0, low: UInt64(serial))
        try session.execute(
            """
            INSERT INTO report (id, number, kind, category, status, description, lon, lat, east, north, morton,
                district, unit, created_at, updated_at)
            VALUES (\(id), \("KCK-2026-00000\(serial)"), 'idea', 'idea.sport', 'received', '', 19.9, 50, 0, 0, 1,
                'I', 'KCK', '2026-01-01', '2026-01-01')
            """
        )
        for (index, status) in statuses.enumerated() {
            try session.execute(
                """
                INSERT INTO report_event (report_id, version, what, status, at)
                VALUES (\(id), \(Int32(index + 1)), 'status', \(status),
                    timestamptz '2026-01-01 12:00:00Z' + \(Int32(index)) * interval '1 day')
                """
            )
        }
    }
}
