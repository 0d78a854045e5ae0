import PostgreSQL
import Reports
import TestSupport
import Testing

@testable import Ledger

@Suite(.timeLimit(.minutes(2)))
struct ChangesTests {
    private static let everyone = Audience.everyone(withheld: [])

    @Test func `each changed report is told once, as it stands, in the order of the last changes`()
        async throws
    {
        try await withLedger("changes_once") { ledger, database, _ in
            let first = try await ledger.take(.pothole())
            let second = try await ledger.take(.pothole())
            let changed = try await ledger.comment(first.number, "Nadal jest", by: .resident)
            for limit in [1, 2, 500] {
                let told = try await ledger.everything(in: database, after: nil, limit: limit)
                #expect(told.reports == [second, changed])
            }
        }
    }

    @Test func `only what changed since is told, and then nothing`() async throws {
        try await withLedger("changes_since") { ledger, database, _ in
            let report = try await ledger.take(.pothole())
            _ = try await ledger.take(.pothole())
            let start = try await ledger.everything(in: database, after: nil, limit: 10).cursor
            let changed = try await ledger.comment(report.number, "Nadal jest", by: .resident)
            let told = try await ledger.everything(in: database, after: start, limit: 10)
            #expect(told.reports == [changed])
            let cursor = try #require(FeedCursor(parsing: told.cursor.description))
            let nothing = try await ledger.changes(after: cursor, limit: 10, for: Self.everyone)
            #expect(nothing.reports.isEmpty && nothing.gone.isEmpty && !nothing.hasMore)
            #expect(nothing.cursor == told.cursor)
            let now = try await ledger.feedCursor()
            #expect(now == told.cursor)
        }
    }

    @Test
    func
        `a report that may not be seen any more is told as gone to those who may have it, and to staff as it is`()
        async throws
    {
        try await withLedger("changes_gone") { ledger, database, _ in
            let known = try await ledger.take(.pothole())
            let start = try await ledger.everything(in: database, after: nil, limit: 10).cursor
            let unknown = try await ledger.take(.pothole())
            let hidden = try await ledger.setHidden(true, known.number, by: Actor(.centre))
            let alsoHidden = try await ledger.setHidden(true, unknown.number, by: Actor(.centre))
            try await database.settle()
            let told = try await ledger.everything(in: database, after: start, limit: 10)
            #expect(told.reports.isEmpty)
            #expect(told.gone == [Changes.Gone(id: known.id, number: known.number)])
            let anew = try await ledger.changes(after: nil, limit: 10, for: Self.everyone)
            #expect(anew.reports.isEmpty && anew.gone.isEmpty, "who begins has nothing to forget")
            let staff = try await ledger.changes(after: start, limit: 10, for: .staff(unit: nil))
            #expect(staff.reports == [hidden, alsoHidden] && staff.gone.isEmpty)
            let unit = try await ledger.changes(after: start, limit: 10, for: .staff(unit: "ZZM"))
            #expect(unit.reports.isEmpty && unit.gone.map(\.number) == [known.number])

            let shown = try await ledger.setHidden(false, known.number, by: Actor(.centre))
            let back = try await ledger.everything(in: database, after: told.cursor, limit: 10)
            #expect(back.reports == [shown])
        }
    }

    @Test func `the condition in SQL is the public view of every kind and status`() async throws {
        try await withLedger("changes_condition") { ledger, database, _ in
            _ = try await ledger.take(.pothole())
            for kind in ReportKind.allCases {
                for status in ReportStatus.allCases {
                    for isHidden in [false, true] {
                        for visibility in [CategoryVisibility.public, .placeOnly, .staff] {
                            let withheld = visibility == .staff ? ["road.pothole"] : ["idea.sport"]
                            let condition = PublicCondition.sql(withheld: withheld)
                            let isPublic = try await database.read { session in
                                try session.query(
                                    """
                                    SELECT \(condition) FROM (SELECT \(kind) AS kind, \(status) AS status,
                                        \(isHidden) AS hidden, category FROM report) AS r
                                    """
                                ).one { try $0.decode(Bool.self, at: 0) }
                            }
                            let view = PublicView(
                                visibility: visibility,
                                isHidden: isHidden,
                                kind: kind,
                                status: status
                            )
                            #expect(isPublic == view.isPublic, "\(kind) \(status) \(isHidden) \(visibility)")
                        }
                    }
                }
            }
        }
    }

    @Test func `a limit out of bounds is brought within them`() async throws {
        try await withLedger("changes_limit") { ledger, database, _ in
            for _ in 0..<3 { _ = try await ledger.take(.pothole()) }
            _ = try await ledger.everything(in: database, after: nil, limit: 10)
            for (limit, count) in [(Int.max, 3), (0, 1), (.min, 1)] {
                let told = try await ledger.changes(after: nil, limit: limit, for: Self.everyone)
                #expect(told.reports.count == count)
            }
        }
    }
}

extension Ledger {
    /// All changes in pages.
    fileprivate func everything(in database: Database, after start: FeedCursor?, limit: Int) async throws
        -> Changes
    {
        try await database.settle()
        var (reports, gone): ([Report], [Changes.Gone]) = ([], [])
        var cursor = start
        while true {
            let page = try await changes(after: cursor, limit: limit, for: .everyone(withheld: []))
            #expect(page.reports.count <= limit)
            reports += page.reports
            gone += page.gone
            cursor = page.cursor
            guard page.hasMore else {
                return Changes(reports: reports, gone: gone, cursor: page.cursor, hasMore: false)
            }
        }
    }
}
