import Formats
import Geography
import PostgreSQL
import Reports
import TestSupport
import Testing

@testable import Ledger

struct LineTests {
    @Test(.timeLimit(.minutes(5)))
    func `pages by number, circles and lists of changes hold exactly what a plain look finds`() async throws {
        try await withLedger("line_filters") { ledger, database, _ in
            var random = SeededGenerator(311)
            var listed = ListedReports()
            listed.add(6_000, using: &random)
            try await ListedReports.write(listed.rows[...], to: database)
            for round in 0..<120 {
                var filter = ListTests.filter(using: &random)
                let search = round % 4 == 0 ? ListTests.searches[round / 4 % ListTests.searches.count] : nil
                filter.text = search.flatMap { SearchText($0.0) }
                if round % 3 == 0 {
                    let centre = try #require(listed.rows.randomElement(using: &random)?.coordinate)
                    filter.near = Circle(around: centre, metres: [30, 400, 3_000][round / 3 % 3])
                }
                if round % 2 == 0 {
                    filter.updatedFrom = Timestamp(
                        seconds: 1_640_995_200 + Int64.random(in: 0..<126_230_400, using: &random)
                    )
                    if round % 4 == 2 {
                        filter.updatedUntil = filter.updatedFrom?.advanced(bySeconds: 20_000_000)
                    }
                }
                let expected = listed.numbers(of: filter, texts: search?.1 ?? [])
                let skipping = round % 5 == 0 ? Int.random(in: 0...max(1, expected.count), using: &random) : 0
                let limit = [1_000, 97, 13][round % 3]
                let found = try await ledger.lines(of: filter, skipping: skipping, limit: limit).map(\.number)
                #expect(found == Array(expected.dropFirst(skipping).prefix(limit)), "\(filter)")
                if found != Array(expected.dropFirst(skipping).prefix(limit)) { return }
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a line says what its report says, to everybody and to staff`() async throws {
        try await withLedger("line_words") { ledger, _, _ in
            var new = try NewReport.pothole(description: "Dziura, tel. 601 987 654")
            new.words = ReportWords(masking: "Dziura, tel. 601 987 654", address: "u pana 44051401458")
            new.mediaLink = "https://example.org/a.jpg"
            new.answers = ["size": ["small"], "other": ["a", "b"]]
            let report = try await ledger.take(new)
            for audience in [Audience.everyone(withheld: []), .staff(unit: nil)] {
                let listed = try await ledger.lines(of: ReportFilter(for: audience), limit: 10)
                #expect(listed == [ReportLine(report, for: audience)])
                #expect(
                    try await ledger.lines(of: [report.number, report.number], for: audience).first
                        == listed[0]
                )
                #expect(listed[0].description.contains("601 987 654") == audience.isStaff)
                #expect(listed[0].mediaLink == (audience.isStaff ? new.mediaLink : nil))
                let detailed = try await ledger.detailed(listed[0], for: audience)
                #expect(detailed.details?.answers == new.answers)
                #expect(detailed.details?.channel == new.channel)
            }
            let hidden = try await ledger.setHidden(true, report.number, by: Actor(.centre, name: "KCK"))
            let everyone = Audience.everyone(withheld: [])
            #expect(try await ledger.lines(of: [hidden.number], for: everyone).isEmpty)
            #expect(try await ledger.lines(of: ReportFilter(for: everyone), limit: 10).isEmpty)
        }
    }

    @Test(.timeLimit(.minutes(3)))
    func `a list of changes goes along its index, whatever the bounds`() async throws {
        try await withLedger("line_plans") { ledger, database, _ in
            var random = SeededGenerator(312)
            var listed = ListedReports()
            listed.add(20_000, using: &random)
            try await ListedReports.write(listed.rows[...], to: database)
            try await database.write { try $0.execute("ANALYZE report") }
            var filter = ReportFilter(for: .everyone(withheld: []))
            filter.updatedFrom = Timestamp(seconds: 0)
            for (walk, from) in [(nil, nil), (4_000, nil), (nil, 0), (4_000, 0)] as [(Int?, Int64?)] {
                filter.from = from.map { Timestamp(seconds: $0) }
                let statement = try #require(ListStatement(filter, wanted: 50))
                let plan = try await Self.keptPlan(
                    of: statement.changed(among: walk, skipping: 0, limit: 50),
                    in: database
                )
                #expect(plan.contains("report_updated") && plan.contains("$1"), "\(plan)")
                #expect(!plan.contains("Sort"), "\(plan)")
            }
        }
    }

    /// The plan that is kept once a statement was asked often enough: it knows of no values.
    private static func keptPlan(of statement: SQL, in database: Database) async throws -> String {
        try await database.read { session in
            try session.run(unsafeScript: "SET plan_cache_mode = force_generic_plan")
            for _ in 1...3 { _ = try session.query(statement) }
            let known = try session.query(
                """
                SELECT name, cardinality(parameter_types) FROM pg_prepared_statements
                WHERE statement LIKE '%updated_at DESC, r.id DESC OFFSET%' AND statement NOT LIKE '%pg_prepared%'
                ORDER BY prepare_time DESC LIMIT 1
                """
            ).one { row in (try row.decode(String.self, at: 0), Int(try row.decode(Int32.self, at: 1))) }
            let values = Array(repeating: "NULL", count: known.1).joined(separator: ", ")
            return try session.query(SQL(unsafeSQL: "EXPLAIN EXECUTE \"\(known.0)\"(\(values))"))
                .map { try $0.decode(String.self, at: 0) }.joined(separator: "\n")
        }
    }
}
