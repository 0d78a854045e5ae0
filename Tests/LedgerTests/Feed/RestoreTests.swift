import Glibc
import PostgreSQL
import Reports
import TestSupport
import Testing

@testable import Ledger

/// After a restore the numbers of transactions begin elsewhere, higher or lower, and what was told may never have
/// happened: whoever follows starts again, and the feed goes on.
@Suite(.timeLimit(.minutes(4)))
struct RestoreTests {
    @Test func `a dump restored into the same database, dropped and made again`() async throws {
        let cluster = try await TestCluster.shared
        try await withHistory("restore_same", on: cluster) { history in
            try await cluster.renew(database: "restore_same")
            try await cluster.restore(history.file, into: "restore_same")
            try await expectNewEpoch(history, on: history.database)
        }
    }

    @Test func `a dump restored into another database of the cluster`() async throws {
        let cluster = try await TestCluster.shared
        try await withHistory("restore_other_source", on: cluster) { history in
            try await withDatabase("restore_other") { database in
                try await cluster.restore(history.file, into: "restore_other")
                try await expectNewEpoch(history, on: database)
            }
        }
    }

    @Test func `a dump restored into a fresh cluster, whose transactions' numbers are lower`() async throws {
        let fresh = try await TestCluster.make()
        try await withHistory("restore_fresh_source", on: try await TestCluster.shared) { history in
            try await withDatabase("restore_fresh", on: fresh) { database in
                try await fresh.restore(history.file, into: "restore_fresh")
                let highest = try await database.count(
                    "SELECT max(transaction_id::text::bigint) FROM report_event"
                )
                let next = try await database.count("SELECT txid_snapshot_xmax(txid_current_snapshot())")
                #expect(next < highest)
                try await expectNewEpoch(history, on: database)
            }
        }
        try await fresh.stop()
    }

    @Test func `a restored database that is dumped and restored again tells all of its history in order`()
        async throws
    {
        let cluster = try await TestCluster.shared
        let fresh = try await TestCluster.make()
        try await withHistory("restore_twice_source", on: cluster) { history in
            try await withDatabase("restore_twice_low", on: fresh) { low in
                try await fresh.restore(history.file, into: "restore_twice_low")
                try await EventFeed(low).begin()
                let ledger = try Ledger.krakow(on: low)
                for number in history.numbers {
                    _ = try await ledger.setHidden(false, number, by: Actor(.centre))
                }
                let file = "\(history.file)-again"
                defer { unsafe unlink(file) }
                try await fresh.dump(database: "restore_twice_low", to: file)
                try await withDatabase("restore_twice") { database in
                    try await cluster.restore(file, into: "restore_twice")
                    try await EventFeed(database).begin()
                    let again = try Ledger.krakow(on: database)
                    for number in history.numbers {
                        _ = try await again.setHidden(true, number, by: Actor(.centre))
                    }
                    let feed = EventFeed(database)
                    let beginning = try await feed.beginning()
                    let told = try await feed.told(after: beginning, atLeast: 4 * history.numbers.count)
                    let pages = try await feed.all(after: beginning, limit: 3)
                    #expect(pages == told)
                    for (report, events) in Dictionary(grouping: told, by: \.report) {
                        #expect(events.map(\.version) == Array(1...events.count), "\(report)")
                    }
                }
            }
        }
        try await fresh.stop()
    }

    @Test func `a server that recovers into a new timeline begins an epoch, though its numbers go on`()
        async throws
    {
        let cluster = try await TestCluster.make()
        try await withHistory("restore_timeline", on: cluster) { history in
            try await cluster.recover()
            let (database, feed) = (history.database, EventFeed(history.database))
            // As long as it recovers, it answers readers as a standby does.
            while try await database.count("SELECT pg_is_in_recovery()::integer") > 0 {
                try await Task.sleep(for: .milliseconds(20))
            }
            await #expect(throws: StartAgain.self) { try await feed.events(after: history.cursor, limit: 9) }
            let now = try await feed.now()
            let report = try await Ledger.krakow(on: database).take(.pothole())
            let told = try await feed.told(after: now, atLeast: 1)
            #expect(told.map(\.report) == [report.id])
        }
        try await cluster.stop()
    }

    private func expectNewEpoch(_ history: History, on database: Database) async throws {
        let (feed, ledger) = (EventFeed(database), try Ledger.krakow(on: database))
        // What was given out before the restore, by events that are there and by events that are lost.
        for cursor in [history.cursor, history.lostCursor] {
            await #expect(throws: StartAgain.self) { try await feed.events(after: cursor, limit: 9) }
            await #expect(throws: StartAgain.self) {
                try await ledger.changes(after: cursor, limit: 9, for: .staff(unit: nil))
            }
        }
        let map = MapFeed(database)
        await #expect(throws: StartAgain.self) { try await map.changes(since: history.position) }

        // A follower whose effects came back with the dump goes on without a gap or a repetition.
        let follower = DurableFollower(database, name: "mirror", start: .beginning)
        await #expect(throws: StartAgain.self) { try await follower.advance { _, _ in } }
        try await follower.restart(at: .whereItStood)
        try await follower.follow(database, until: history.events)

        let told = Received()
        let position = try await map.load { told.add($0) }
        #expect(told.marks.count == history.numbers.count)
        let now = try await feed.now()
        let old = try #require(history.numbers.first)
        let report = try await ledger.take(.pothole())
        _ = try await ledger.setHidden(false, old, by: Actor(.centre))
        let news = try await map.changes(since: position)
        #expect(Set(news.marks.map(\.number)) == [report.number, old])
        let again = try await map.changes(since: news.position)
        #expect(again.marks.isEmpty)
        let events = try await feed.told(after: now, atLeast: 2)
        #expect(events.map(\.what) == [.received, .shown])
        try await follower.follow(database, until: history.events + 2)

        let whole = try await feed.told(after: try await feed.beginning(), atLeast: Int(history.events) + 2)
        for (report, events) in Dictionary(grouping: whole, by: \.report) {
            #expect(events.map(\.version) == Array(1...events.count), "\(report)")
        }
        try await expectCheapPolls(at: news.position.cursor, on: feed)
    }

    /// A poll looks at what is new and at nothing old.
    private func expectCheapPolls(at cursor: FeedCursor, on feed: EventFeed) async throws {
        let plans = try await feed.reading { session, moment -> [String] in
            try session.execute("SET LOCAL enable_seqscan = off")
            return try [moment.current, moment.visible].map { segment in
                let poll = segment.events(
                    "e.report_id",
                    after: (cursor.transaction, cursor.sequence),
                    limit: 500
                )
                return try session.query("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) \(poll)").map
                {
                    try $0.decode(String.self, at: 0)
                }.joined(separator: "\n")
            }
        }
        for plan in plans {
            #expect(plan.contains("Index Scan using report_event_feed"))
            #expect(!plan.contains("Rows Removed"), "\(plan)")
        }
    }
}
