import PostgreSQL
import Reports
import TestSupport
import Testing

@testable import Ledger

/// A position that was kept beside a map, and what the feed says to it later.
@Suite(.timeLimit(.minutes(1)))
struct MapPositionTests {
    @Test func `a position reads as it is written, without what is ahead of it`() throws {
        let cursor = FeedCursor(token: 7, transaction: 1_234, sequence: 56)
        let position = MapPosition(cursor: cursor, ahead: [57, 58])
        #expect(MapPosition(parsing: position.description) == MapPosition(cursor: cursor))
        for text in ["", "x", String(position.description.dropLast()), position.description + "A"] {
            #expect(MapPosition(parsing: text) == nil)
        }
    }

    @Test func `what was ahead of a kept position is told again, and nothing is left out`() async throws {
        try await withLedger("kept_ahead") { ledger, database, _ in
            let feed = MapFeed(database)
            let start = try await feed.load { _ in }
            let open = await OpenTransaction(on: database)
            let report = try await ledger.take(.pothole())
            let first = try await feed.changes(since: start)
            #expect(first.marks.map(\.id) == [report.id] && !first.position.ahead.isEmpty)
            let kept = try #require(MapPosition(parsing: first.position.description))
            let told = try await feed.changes(since: kept)
            #expect(told.marks == first.marks)
            try await open.commit()
        }
    }

    @Test func `a position that was never given out here starts again`() async throws {
        try await withLedger("kept_strange") { ledger, database, _ in
            _ = try await ledger.take(.pothole())
            let feed = MapFeed(database)
            let cursor = try await feed.load { _ in }.cursor
            let strange = [
                FeedCursor(token: ~cursor.token, transaction: cursor.transaction, sequence: cursor.sequence),
                FeedCursor(token: cursor.token, transaction: .max, sequence: cursor.sequence),
            ]
            for cursor in strange { await expectStart(at: cursor, of: feed) }
        }
    }

    @Test func `a position before the epoch that is now starts again, even under its token`() async throws {
        try await withLedger("kept_old") { ledger, database, _ in
            let feed = MapFeed(database)
            _ = try await ledger.take(.pothole())
            let old = try await feed.load { _ in }.cursor
            // As if this were another server than the one that the epoch was begun on.
            try await database.write { session in
                try session.execute("UPDATE feed_epoch SET identity = 'elsewhere'")
            }
            _ = try await ledger.take(.pothole())
            let now = try await feed.load { _ in }.cursor
            #expect(now.token != old.token)
            await expectStart(at: old, of: feed)
            let forged = FeedCursor(token: now.token, transaction: old.transaction, sequence: old.sequence)
            await expectStart(at: forged, of: feed)
            let beginning = FeedCursor(token: now.token, transaction: 0, sequence: 0)
            await expectStart(at: beginning, of: feed)
            let news = try await feed.changes(since: MapPosition(cursor: now))
            #expect(news.marks.isEmpty)
        }
    }

    private func expectStart(at cursor: FeedCursor, of feed: MapFeed) async {
        await #expect(throws: StartAgain.self) { try await feed.changes(since: MapPosition(cursor: cursor)) }
    }
}
