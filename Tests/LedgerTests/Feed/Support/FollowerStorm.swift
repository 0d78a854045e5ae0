import PostgreSQL
import Synchronization
import TestSupport

@testable import Ledger

/// Followers that crash in every way there is, and go on from their places.
final class FollowerStorm: Sendable {
    struct Crashes {
        var thrown = 0
        var cut = 0
        var givenUp = 0
        var killed = 0
    }

    private enum Fate: Int {
        case wellDone, crash, cutOff, wellDoneToo, givenUp
    }

    private let database: Database
    private let random: Mutex<SeededGenerator>
    private let counted = Mutex(Crashes())
    private let batches = Atomic(0)
    private let following = Atomic(0)
    private let isWritten = Atomic(false)

    init(database: Database, seed: UInt64) {
        self.database = database
        random = Mutex(SeededGenerator(seed))
    }

    var crashes: Crashes { counted.withLock(\.self) }

    /// No more events will come.
    func end() {
        isWritten.store(true, ordering: .releasing)
    }

    /// Follows, batch after batch, until all events have had their effects.
    func follow(_ name: String, on calm: Database) async throws {
        following.add(1, ordering: .acquiringAndReleasing)
        defer { following.subtract(1, ordering: .acquiringAndReleasing) }
        while true {
            // A test that is given up must not go on for ever.
            try Task.checkCancellation()
            let wasWritten = isWritten.load(ordering: .acquiring)
            guard case .success(.idle) = await live(as: name) else { continue }
            let left = try await calm.count(
                "SELECT (SELECT count(*) FROM report_event) - count(*) FROM effect WHERE follower = \(name)"
            )
            if wasWritten, left <= 0 { return }
            try await Task.sleep(for: .milliseconds(3))
        }
    }

    /// One life of a follower; each batch ends in the next of the fates.
    private func live(as name: String) async -> Result<DurableFollower.Step, any Error> {
        let stop = number(in: 0...4)
        let follower = DurableFollower(database, name: name, start: .beginning, batch: number(in: 1...20))
        let (givenUp, giveUp) = AsyncStream<Void>.makeStream()
        let life = Task {
            defer { giveUp.finish() }
            return try await follower.advance { [self] session, events in
                let batch = batches.add(1, ordering: .relaxed).oldValue
                try session.keep(events.prefix(stop), of: name)
                switch Fate(rawValue: batch % 5) ?? .wellDone {
                case .wellDone, .wellDoneToo: break
                case .crash:
                    counted.withLock { $0.thrown += 1 }
                    throw TestFailure("crashed")
                case .cutOff:
                    counted.withLock { $0.cut += 1 }
                    _ = try session.query("SELECT pg_terminate_backend(pg_backend_pid())")
                case .givenUp:
                    counted.withLock { $0.givenUp += 1 }
                    giveUp.yield()
                    _ = try session.query("SELECT 1 FROM pg_sleep(5)")
                }
                try session.keep(events.dropFirst(stop), of: name)
            }
        }
        let canceller = Task { for await _ in givenUp { life.cancel() } }
        let end = await life.result
        await canceller.value
        return end
    }

    /// Ends connections of followers from outside, at moments that they do not choose.
    func killConnections(through other: Database) async throws {
        while !isWritten.load(ordering: .acquiring) || following.load(ordering: .acquiring) > 0 {
            try await Task.sleep(for: .milliseconds(number(in: 10...60)))
            let killed = try await other.count(
                """
                SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM (
                    SELECT pid FROM pg_stat_activity WHERE datname = current_database()
                        AND application_name LIKE 'storm follower%' AND xact_start IS NOT NULL
                    ORDER BY random() LIMIT 1) AS victim
                """
            )
            counted.withLock { $0.killed += Int(killed) }
        }
    }

    private func number(in range: ClosedRange<Int>) -> Int {
        random.withLock { Int.random(in: range, using: &$0) }
    }
}
