import Formats
import Geography
import Ledger
import PostgreSQL
import Reports
import Synchronization
import Territory
import TestSupport
import Testing

struct LedgerTests {
    @Test(.timeLimit(.minutes(1)))
    func `a recorded report is kept with its first event, numbered, and published`() async throws {
        try await withLedger("ledger_record") { ledger, database, published in
            let report = try await ledger.take(.pothole())
            #expect(report.number.description == "KCK-2026-000001")
            let kept = try await ledger.report(report.number)
            #expect(kept == report)
            #expect(published.withLock { $0 } == [ReportMark(report)])
            let events = try await database.read { session in
                try session.query("SELECT version, what, status FROM report_event").map { row in
                    "\(try row.decode(Int32.self, at: 0)) \(try row.decode(String.self, at: 1)) \(try row.decode(String.self, at: 2))"
                }
            }
            #expect(events == ["1 received received"])
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `many writers at once get a number each, without a gap and without waiting for each other`()
        async throws
    {
        try await withLedger("ledger_numbers") { ledger, _, _ in
            let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<200 { group.addTask { try await ledger.take(.pothole()).number.serial } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(numbers.sorted() == Array(1...200))
        }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            ("2026-12-31", 22 * 3_600 + 3_599, 2_026), ("2026-12-31", 23 * 3_600, 2_027),
            ("2027-01-01", 0, 2_027),
        ]
    )
    func `a report belongs to the year that it is in the city`(day: String, second: Int64, year: Int)
        async throws
    {
        try await withLedger("ledger_year_\(day)_\(second)") { ledger, _, _ in
            let created = try #require(CivilDate(parsing: day)).start.advanced(bySeconds: second)
            let report = try await ledger.take(.pothole(created: created))
            #expect(report.number.year == year && report.number.serial == 1)
        }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "Dziura \"przy\" '; DROP TABLE report; --", "Zażółć gęślą jaźń 🕳️", "]]><script>alert(1)</script>",
            "a\tb\r\nc",
        ]
    )
    func `a description is kept to the letter`(text: String) async throws {
        try await withLedger("ledger_text_\(text.utf8.count)") { ledger, _, _ in
            let report = try await ledger.take(.pothole(description: text))
            let kept = try await ledger.report(report.number)?.words.description
            #expect(kept == text)
        }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "UPDATE report_event SET what = 'x'", "DELETE FROM report_event", "TRUNCATE report_event CASCADE",
        ]
    )
    func `history cannot be changed`(statement: String) async throws {
        try await withLedger("ledger_history_\(statement.prefix(4))") { ledger, database, _ in
            _ = try await ledger.take(.pothole())
            let error = try await databaseError {
                try await database.write { session in try session.execute(SQL(unsafeSQL: statement)) }
            }
            #expect(error?.state?.description == "23000")
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a number that nobody has is nobody's`() async throws {
        try await withLedger("ledger_none") { ledger, _, _ in
            let number = try #require(ReportNumber(prefix: "KCK", year: 2026, serial: 77))
            let found = try await ledger.report(number)
            #expect(found == nil)
        }
    }
}
