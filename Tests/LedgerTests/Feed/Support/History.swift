import Glibc
import PostgreSQL
import Reports
import Synchronization
import TestSupport

@testable import Ledger

/// A database with a past, a dump of it, and what its followers knew when it was restored.
struct History {
    let database: Database
    let file: String
    /// Reports and events in the dump.
    let numbers: [ReportNumber]
    let events: Int64
    /// A place by an event that is in the dump.
    let cursor: FeedCursor
    let position: MapPosition
    /// A place by an event that came after the dump.
    let lostCursor: FeedCursor
}

/// Runs a test with a database whose history is dumped half-way through.
///
/// A durable follower, `mirror`, had come to its
/// middle when the dump was made.
func withHistory(
    _ name: String,
    on cluster: TestCluster,
    _ body: (History) async throws -> Void
) async throws {
    let file = "/tmp/emapa-dump-\(UInt32.random(in: 0 ... .max))"
    defer { unsafe unlink(file) }
    try await withDatabase(name, on: cluster) { database in
        _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: database)
        try await database.keepEffects()
        // So that a fresh cluster is far behind.
        for _ in 0..<2_000 {
            try await database.write { session in _ = try session.query("SELECT pg_current_xact_id()") }
        }
        let ledger = try Ledger.krakow(on: database)
        let feed = EventFeed(database)
        let follower = DurableFollower(database, name: "mirror", start: .beginning)
        var numbers: [ReportNumber] = []
        for _ in 0..<5 { numbers.append(try await ledger.take(.pothole()).number) }
        try await follower.follow(database, until: 5)
        for number in numbers { _ = try await ledger.setHidden(true, number, by: Actor(.centre)) }
        _ = try await feed.told(after: try await feed.beginning(), atLeast: 10)
        let (cursor, position) = (try await feed.now(), try await MapFeed(database).load { _ in })
        try await cluster.dump(database: name, to: file)

        for number in numbers { _ = try await ledger.setHidden(false, number, by: Actor(.centre)) }
        _ = try await feed.told(after: cursor, atLeast: 5)
        let history = History(
            database: database,
            file: file,
            numbers: numbers,
            events: 10,
            cursor: cursor,
            position: position,
            lostCursor: try await feed.now()
        )
        try await body(history)
    }
}

/// Marks that were told, chunk by chunk.
final class Received: Sendable {
    private let all = Mutex<[ReportMark]>([])

    var marks: [ReportMark] { all.withLock(\.self) }

    func add(_ more: [ReportMark]) {
        all.withLock { $0 += more }
    }
}
