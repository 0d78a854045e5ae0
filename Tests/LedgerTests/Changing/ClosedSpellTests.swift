import Formats
import Ledger
import PostgreSQL
import Reports
import Synchronization
import TestSupport
import Testing

/// A report that is closed and opened again remembers when it was closed.
@Suite(.timeLimit(.minutes(1)))
struct ClosedSpellTests {
    private static let created = Timestamp(seconds: 1_782_979_200)

    private static func day(_ count: Int64) -> Timestamp {
        created.advanced(bySeconds: count * 86_400)
    }

    @Test func `a report that was reopened remembers when it was closed`() async throws {
        try await withLedger("spells_once") { ledger, database, published in
            let report = try await ledger.take(.pothole(created: Self.created))
            let last = try await ledger.take(
                report.number,
                through: [(.assigned, 1), (.resolved, 2), (.reopened, 4)],
                from: Self.created
            )
            #expect(last.closed == nil)
            #expect(last.closedSpells == [ClosedSpell(closed: Self.day(2), reopened: Self.day(4))])
            try await expectTold(last, by: ledger, database, published.withLock(\.last))
        }
    }

    @Test func `a report that was reopened twice remembers both, and since when it is closed now`()
        async throws
    {
        try await withLedger("spells_twice") { ledger, database, published in
            let report = try await ledger.take(.pothole(created: Self.created))
            let last = try await ledger.take(
                report.number,
                through: [
                    (.assigned, 1), (.resolved, 2), (.reopened, 4), (.duplicate, 5), (.reopened, 9),
                    (.resolved, 12),
                ],
                from: Self.created
            )
            #expect(last.closed == Self.day(12))
            #expect(
                last.closedSpells == [
                    ClosedSpell(closed: Self.day(2), reopened: Self.day(4)),
                    ClosedSpell(closed: Self.day(5), reopened: Self.day(9)),
                ]
            )
            try await expectTold(last, by: ledger, database, published.withLock(\.last))
        }
    }

    @Test func `a report written with its history has the spells of its stages`() async throws {
        try await withLedger("spells_bulk") { ledger, database, _ in
            let stages: [(ReportStatus, Int64)] = [
                (.assigned, 1), (.resolved, 2), (.reopened, 3), (.assigned, 4), (.resolved, 6),
            ]
            var random = SeededGenerator(1)
            try await BulkLedger(database, numberPrefix: "KCK").write(
                [
                    BulkReport(
                        id: ReportIdentifier(at: Self.created, using: &random),
                        report: try .pothole(created: Self.created),
                        stages: stages.map { status, days in
                            .init(status, at: Self.day(days), by: Actor(.unit, name: "ZDMK"))
                        },
                        supporters: 0
                    )
                ],
                year: 2_026
            )
            let number = try #require(ReportNumber(parsing: "KCK-2026-000001"))
            let report = try #require(try await ledger.report(number))
            #expect(report.closed == Self.day(6))
            #expect(report.closedSpells == [ClosedSpell(closed: Self.day(2), reopened: Self.day(3))])
        }
    }

    /// Whoever reads the report or follows the feed is told the same.
    private func expectTold(
        _ report: Report,
        by ledger: Ledger,
        _ database: Database,
        _ published: ReportMark?
    ) async throws {
        let kept = try await ledger.report(report.number)
        #expect(kept == report)
        #expect(published == ReportMark(report))
        let told = Received()
        _ = try await MapFeed(database).load { told.add($0) }
        #expect(told.marks == [ReportMark(report)])
    }
}

extension Ledger {
    /// Takes a report through statuses, each so many days after `start`, and returns what it has become.
    fileprivate func take(
        _ number: ReportNumber,
        through steps: [(ReportStatus, Int64)],
        from start: Timestamp
    ) async throws -> Report {
        let city = try Krakow.city
        var last: Report?
        for (status, days) in steps {
            last = try await step(
                number,
                StepRequest(to: status),
                by: Actor(.centre),
                in: city,
                at: start.advanced(bySeconds: days * 86_400)
            )
        }
        return try #require(last)
    }
}
