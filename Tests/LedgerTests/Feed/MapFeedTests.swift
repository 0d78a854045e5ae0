import Ledger
import PostgreSQL
import Reports
import Synchronization
import TestSupport
import Testing

struct MapFeedTests {
    @Test(.timeLimit(.minutes(1)))
    func `the feed tells all reports at the start and then what is new`() async throws {
        try await withLedger("feed_load") { ledger, database, _ in
            for _ in 0..<5 { _ = try await ledger.take(.pothole()) }
            try await database.settle()
            let feed = MapFeed(database)
            let told = Received()
            let start = try await feed.load { told.add($0) }
            #expect(told.marks.count == 5)

            let report = try await ledger.take(.pothole())
            let news = try await feed.changes(since: start)
            #expect(news.marks == [ReportMark(report)])
            let again = try await feed.changes(since: news.position)
            #expect(again.marks.isEmpty && !again.hasMore)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a transaction that began early and committed late is not skipped`() async throws {
        try await withLedger("feed_order") { ledger, database, _ in
            let feed = MapFeed(database)
            var position = try await feed.load { _ in }
            let early = Hold()
            async let slow: Void = database.write { session in
                // Takes a transaction's number now, and commits when it is told to.
                _ = try session.query("SELECT pg_current_xact_id()")
                early.isOpen.store(true, ordering: .releasing)
                while early.isOpen.load(ordering: .acquiring) {
                    _ = try session.query("SELECT pg_sleep(0.005)")
                }
                try session.run(
                    unsafeScript: """
                        INSERT INTO report (id, number, kind, category, status, description, lon, lat, east, north, morton,
                            district, unit, created_at, updated_at)
                        VALUES ('0190b2c4-0000-7000-8000-000000000001', 'KCK-2020-000001', 'idea', 'idea.sport', 'received',
                            'x', 19.9, 50.0, 0, 0, 1, 'I', 'KCK', now(), now());
                        INSERT INTO report_event (report_id, version, what, status, at)
                        VALUES ('0190b2c4-0000-7000-8000-000000000001', 1, 'received', 'received', now())
                        """
                )
            }
            while !early.isOpen.load(ordering: .acquiring) { await Task.yield() }
            let later = try await ledger.take(.pothole())
            let first = try await feed.changes(since: position)
            #expect(first.marks.map(\.number) == [later.number])
            position = first.position
            let meanwhile = try await feed.changes(since: position)
            #expect(
                meanwhile.marks.isEmpty,
                "what is known already is not told again while a transaction is open"
            )
            early.isOpen.store(false, ordering: .releasing)
            try await slow
            let second = try await feed.changes(since: meanwhile.position)
            #expect(second.marks.map(\.number.description) == ["KCK-2020-000001"])
        }
    }
}

private final class Hold: Sendable {
    let isOpen = Atomic(false)
}
