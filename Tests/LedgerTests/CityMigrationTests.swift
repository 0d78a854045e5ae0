import Glibc
import Ledger
import PostgreSQL
import TestSupport
import Testing

struct CityMigrationTests {
    @Test(.timeLimit(.minutes(1)))
    func `a report from before there were versions keeps its placement`() async throws {
        try await withDatabase("city_migration") { database in
            var template = Array("/tmp/emapa-sql-XXXXXX".utf8CString)
            let folder = unsafe String(cString: mkdtemp(&template))
            defer { try? Program.run(["rm", "-rf", folder]) }
            try Program.run(["cp", "\(Checkout.root)/sql/0001_reports.sql", folder])
            _ = try await Migrations(folder: folder).apply(in: database)
            try await database.write { session in
                try session.run(
                    unsafeScript: """
                        INSERT INTO city_document (name, content) VALUES ('city', '{}');
                        INSERT INTO report (id, number, kind, category, status, description, lon, lat, east, north,
                            morton, district, unit, created_at, updated_at)
                        VALUES (gen_random_uuid(), 'KCK-2026-000001', 'intervention', 'road.pothole', 'received', '',
                            19.9, 50.1, 7423900, 5547300, 1, 'I', 'ZDMK', now(), now());
                        """
                )
            }
            _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: database)
            let row = try await database.read { session in
                try session.query(
                    "SELECT row(district, unit, city_version, rule, placement, needs_review)::text FROM report"
                ).one { try $0.decode(String.self, at: 0) }
            }
            #expect(row == "(I,ZDMK,,,,f)")
            // The files load again.
            let version = try await CityStore(database).version()
            #expect(version == 0)
        }
    }
}
