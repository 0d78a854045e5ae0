import Formats
import PostgreSQL
import Reports
import TestSupport
import Testing

@testable import Ledger

@Suite(.timeLimit(.minutes(2)))
struct EventFeedTests {
    @Test func `events are told in the order of their transactions, each once, page by page`() async throws {
        try await withLedger("feed_pages") { ledger, database, _ in
            let feed = EventFeed(database)
            let start = try await feed.now()
            for _ in 0..<5 {
                let report = try await ledger.take(.pothole())
                _ = try await ledger.setHidden(true, report.number, by: Actor(.centre))
            }
            try await database.settle()
            for limit in [1, 3, 10, 1_000] {
                let told = try await feed.all(after: start, limit: limit)
                #expect(told.map(\.version) == [1, 2, 1, 2, 1, 2, 1, 2, 1, 2])
                #expect(told.map(\.what) == Array(repeating: [.received, .hidden], count: 5).flatMap(\.self))
                #expect(told.first?.isPublic == true && told.last?.isPublic == false)
            }
            let whole = try await feed.all(after: try await feed.beginning(), limit: 4)
            #expect(whole.count == 10)
            let rest = try await feed.all(after: try await feed.now(), limit: 4)
            #expect(rest.isEmpty)
        }
    }

    @Test func `two instances are told the same, place by place`() async throws {
        try await withLedger("feed_same") { ledger, database, _ in
            let other = Database(database.configuration)
            for _ in 0..<20 { _ = try await ledger.take(.pothole()) }
            try await database.settle()
            let (one, two) = (EventFeed(database), EventFeed(other))
            let here = try await one.all(after: try await one.beginning(), limit: 3)
            let there = try await two.all(after: try await two.beginning(), limit: 7)
            #expect(here == there && here.count == 20)
            await other.shutdown(within: .seconds(5))
        }
    }

    @Test func `what a transaction above the horizon wrote is told when all before it have ended`()
        async throws
    {
        try await withLedger("feed_horizon") { ledger, database, _ in
            let feed = EventFeed(database)
            let start = try await feed.now()
            let early = await OpenTransaction(on: database)
            let late = try await ledger.take(.pothole())
            let before = try await feed.events(after: start, limit: 10)
            #expect(before.events.isEmpty)
            try await early.commit()
            let told = try await feed.told(after: start, atLeast: 1)
            #expect(told.map(\.report) == [late.id])
        }
    }

    @Test
    func `versions are told in their order, though a transaction with a lower number wrote the higher one`()
        async throws
    {
        try await withLedger("feed_crossed") { ledger, database, _ in
            let feed = EventFeed(database)
            let report = try await ledger.take(.pothole())
            let other = try await ledger.take(.pothole())
            try await database.settle()
            let start = try await feed.now()
            let early = await OpenTransaction(on: database) { session in
                try session.execute("UPDATE report SET version = 4 WHERE id = \(report.id.uuid)")
                try session.execute(
                    """
                    INSERT INTO report_event (report_id, version, what, status, at)
                    VALUES (\(report.id.uuid), 4, 'comment', 'received', now())
                    """
                )
            }
            for isHidden in [true, false] {
                _ = try await ledger.setHidden(isHidden, report.number, by: Actor(.centre))
            }
            _ = try await ledger.setHidden(true, other.number, by: Actor(.centre))
            try await early.commit()
            try await database.settle()
            for limit in [1, 2, 500] {
                let told = try await feed.all(after: start, limit: limit)
                #expect(told.map(\.report) == [report.id, report.id, report.id, other.id])
                #expect(told.map(\.version) == [2, 3, 4, 2], "\(limit) at once")
            }
            let changes = try await ledger.changes(after: start, limit: 9, for: .staff(unit: nil))
            #expect(changes.reports.map(\.version) == [4, 2])
        }
    }

    @Test func `a place of another feed and a place that lies ahead start again`() async throws {
        try await withLedger("feed_again") { ledger, database, _ in
            _ = try await ledger.take(.pothole())
            let feed = EventFeed(database)
            let now = try await feed.now()
            let strange = [
                FeedCursor(token: now.token &+ 1, transaction: now.transaction, sequence: now.sequence),
                FeedCursor(
                    token: now.token,
                    transaction: now.transaction + 1_000_000,
                    sequence: now.sequence
                ),
                FeedCursor(token: now.token, transaction: .max, sequence: .max),
            ]
            for cursor in strange {
                await #expect(throws: StartAgain.self) { try await feed.events(after: cursor, limit: 1) }
                await #expect(throws: StartAgain.self) {
                    try await ledger.changes(after: cursor, limit: 1, for: .staff(unit: nil))
                }
            }
        }
    }

    @Test func `instances that see a new database at once begin one epoch`() async throws {
        try await withLedger("feed_epoch") { _, database, _ in
            let feed = EventFeed(database)
            let tokens = try await withThrowingTaskGroup(of: UInt64.self) { group in
                for _ in 0..<8 { group.addTask { try await feed.now().token } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(tokens.count == 1)
            let epochs = try await database.count("SELECT count(*) FROM feed_epoch")
            #expect(epochs == 1)
        }
    }

    @Test func `an ordinary user of the database may follow the feed`() async throws {
        try await withLedger("feed_role") { ledger, database, _ in
            _ = try await ledger.take(.pothole())
            let isSeen = try await database.write { session in
                try session.run(
                    unsafeScript: """
                        CREATE ROLE feed_role_plain; GRANT SELECT ON ALL TABLES IN SCHEMA public TO feed_role_plain;
                        SET LOCAL ROLE feed_role_plain
                        """
                )
                let identity = try session.query("SELECT feed_identity()").one {
                    try $0.decode(String.self, at: 0)
                }
                return identity.split(separator: "/").count == 4
            }
            #expect(isSeen)
            try await database.write { session in
                try session.run(unsafeScript: "DROP OWNED BY feed_role_plain; DROP ROLE feed_role_plain")
            }
        }
    }

    @Test func `whoever writes a thousand at a time does not keep the others waiting`() async throws {
        try await withLedger("feed_bulk") { ledger, database, _ in
            let feed = EventFeed(database)
            let bulk = BulkLedger(database, numberPrefix: "KCK")
            var cursor = try await feed.now()
            for batch in 1...5 {
                try await bulk.write(try BulkReport.potholes(1_000), year: 2_020)
                _ = try await ledger.take(.pothole())
                let told = try await feed.told(after: cursor, atLeast: 1_001)
                #expect(told.count == 1_001, "batch \(batch) is told before the next one is written")
                cursor = try #require(told.last?.place)
            }
        }
    }
}
