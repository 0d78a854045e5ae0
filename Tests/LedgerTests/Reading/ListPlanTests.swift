import Formats
import Geography
import PostgreSQL
import Reports
import TestSupport
import Testing

@testable import Ledger

/// What a list costs the database, by its own account, with a table that is large enough to tell.
struct ListPlanTests {
    @Test func `what everybody may never see is not looked for`() {
        var filter = ReportFilter(for: .everyone(withheld: []))
        filter.statuses = [.withdrawn]
        #expect(ListStatement(filter) == nil)
        filter.statuses = [.withdrawn, .received]
        #expect(ListStatement(filter)?.filter.statuses == [.received])
    }

    private static let mostBlocks = 700

    /// 120 thousand rows of skewed values over three years, in the order of their moments.
    private static let table = """
        INSERT INTO report (id, number, kind, category, status, description, lon, lat, east, north, morton, district, unit,
            created_at, updated_at, hidden)
        SELECT gen_random_uuid(), 'KCK-2026-' || lpad(n::text, 6, '0'),
            CASE WHEN n % 10 = 0 THEN 'idea' ELSE 'intervention' END, 'cat.' || (ln(1 + n * 7919 % 100000) * 5)::int,
            (ARRAY['resolved', 'resolved', 'resolved', 'assigned', 'duplicate', 'withdrawn'])[1 + n * 31 % 6],
            CASE WHEN n % 1000 = 0 THEN 'rzadkie ' ELSE '' END || 'latarnia przy ulicy ' || n % 50,
            19.9 + n * 7 % 1000 / 10000.0, 50.0 + n * 13 % 1000 / 10000.0, 0, 0, n, 'D' || n % 18,
            'U' || (ln(1 + n * 101 % 5000) * 2)::int,
            moment, moment, n % 100 = 0
        FROM (SELECT n, timestamptz '2023-01-01 00:00:00+00' + n * interval '13 minutes' AS moment FROM generate_series(1, 120000) AS n) AS drawn
        """

    private static var filters: [(String, ReportFilter)] {
        func filter(_ narrow: (inout ReportFilter) -> Void) -> ReportFilter {
            var filter = ReportFilter(for: .everyone(withheld: ["cat.3"]))
            narrow(&filter)
            return filter
        }
        return [
            ("everything", filter { _ in }),
            ("a frequent category", filter { $0.categories = ["cat.57"] }),
            ("a rare category", filter { $0.categories = ["cat.12"] }),
            ("no such category", filter { $0.categories = ["cat.99"] }),
            ("several categories", filter { $0.categories = ["cat.10", "cat.11", "cat.12", "cat.57"] }),
            ("a status that nothing has", filter { $0.statuses = [.reopened] }),
            ("a kind", filter { $0.kinds = [.idea] }),
            ("a unit", filter { $0.units = ["U2"] }),
            (
                "a unit and a category",
                filter {
                    $0.units = ["U17"]
                    $0.categories = ["cat.57"]
                }
            ),
            (
                "a district, a category and a status",
                filter {
                    $0.districts = ["D4"]
                    $0.categories = ["cat.55"]
                    $0.statuses = [.assigned]
                }
            ),
            ("a box outside", filter { $0.bounds = Bounds(west: 10, south: 10, east: 10.01, north: 10.01) }),
            ("a rare word", filter { $0.text = SearchText("rzadkie") }),
            ("no such word", filter { $0.text = SearchText("xyzzy") }),
            (
                "frequent words of a rare category",
                filter {
                    $0.text = SearchText("latarnia przy")
                    $0.categories = ["cat.12"]
                }
            ),
        ]
    }

    @Test(.timeLimit(.minutes(3)))
    func `a list reads a bounded part of a large table, by its indexes alone`() async throws {
        try await withLedger("list_plans") { _, database, _ in
            try await database.write { session in
                try session.execute("SET LOCAL statement_timeout = 0")
                try session.execute(SQL(unsafeSQL: Self.table))
            }
            // Each by itself: VACUUM refuses to run inside a transaction.
            try await database.read { session in
                try session.run(unsafeScript: "SET default_transaction_read_only = off")
                try session.run(unsafeScript: "VACUUM ANALYZE report")
            }
            for (name, filter) in Self.filters {
                let statement = try #require(ListStatement(filter))
                let place = statement.start(after: nil)
                // As a page is made: what finds enough is the last that is asked.
                var missing = try await Self.check(
                    statement.walked(after: place, limit: 51),
                    name,
                    in: database
                )
                guard missing > 0, let walk = statement.walk else { continue }
                _ = try await Self.check(statement.place(walk, after: place), name, in: database)
                if let count = statement.countOfOthers {
                    _ = try await Self.check(count, name, in: database)
                    let compared = statement.compared(after: place, limit: 51)
                    _ = try await Self.check(compared, name, in: database)
                    continue
                }
                for window in statement.windows(before: Timestamp(seconds: 1_767_000_000)) where missing > 0 {
                    let asked = statement.asked(after: place, in: window, limit: 51)
                    missing = try await Self.check(asked, name, in: database)
                }
            }
        }
    }

    /// Holds a statement to the bounds; returns how many reports it leaves to be found.
    private static func check(_ statement: SQL, _ name: String, in database: Database) async throws -> Int {
        let plan = try await plan(of: statement, in: database)
        #expect(!plan.text.contains(#""Seq Scan""#), "\(name): \(plan.text)")
        #expect(plan.blocks < mostBlocks, "\(name): \(plan.blocks) blocks, \(plan.text)")
        return 51 - plan.rows
    }

    /// The plan as JSON, and how many blocks the whole statement touched.
    private static func plan(of statement: SQL, in database: Database) async throws -> (
        text: String, blocks: Int, rows: Int
    ) {
        let explained: SQL = "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) \(statement)"
        let json = try await database.read { session in
            try session.query(explained).one { try $0.decode(JSONText.self, at: 0) }
        }
        let top = try JSON.parse(json.utf8).arrayValue?.first?.objectValue?["Plan"]?.objectValue
        let blocks = ["Shared Hit Blocks", "Shared Read Blocks"].compactMap { top?[$0]?.numberValue?.integer }
        let rows = Int(clamping: top?["Actual Rows"]?.numberValue?.integer ?? 0)
        return (String(decoding: json.utf8, as: UTF8.self), Int(blocks.reduce(0, +)), rows)
    }
}
