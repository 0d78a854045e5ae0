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
        case wellDone, wellDoneToo, crash, cutOff, givenUp
    }

    private let database: Database
    private let random: Mutex<SeededGenerator>
    private let counted = Mutex(Crashes())
    private let isOver = Atomic(false)

    init(database: Database, seed: UInt64) {
        self.database = database
        random = Mutex(SeededGenerator(seed))
    }

    var crashes: Crashes { counted.withLock(\.self) }

    /// The writers are done.
    func end() {
        isOver.store(true, ordering: .releasing)
    }

    /// Follows, batch after batch, until the writers are done.
    func follow(_ name: String) async {
        while !isOver.load(ordering: .acquiring) {
            let fate = Fate(rawValue: number(in: 0...4)) ?? .wellDone
            let stop = number(in: 0...4)
            let follower = DurableFollower(
                database,
                name: name,
                start: .beginning,
                batch: number(in: 1...20)
            )
            let life = Task {
                try await follower.advance { [self] session, events in
                    try session.keep(events.prefix(stop), of: name)
                    switch fate {
                    case .wellDone, .wellDoneToo: break
                    case .crash:
                        counted.withLock { $0.thrown += 1 }
                        throw TestFailure("crashed")
                    case .cutOff:
                        counted.withLock { $0.cut += 1 }
                        _ = try session.query("SELECT pg_terminate_backend(pg_backend_pid())")
                    case .givenUp:
                        counted.withLock { $0.givenUp += 1 }
                        _ = try session.query("SELECT 1 FROM pg_sleep(0.01)")
                    }
                    try session.keep(events.dropFirst(stop), of: name)
                }
            }
            if fate == .givenUp {
                try? await Task.sleep(for: .milliseconds(number(in: 1...12)))
                life.cancel()
            }
            // However it ended: another one goes on from the place that is kept.
            if case .success(.idle) = await life.result { try? await Task.sleep(for: .milliseconds(3)) }
        }
    }

    /// Ends connections of followers from outside, at moments that they do not choose.
    func killConnections(through other: Database) async throws {
        while !isOver.load(ordering: .acquiring) {
            try? await Task.sleep(for: .milliseconds(number(in: 10...60)))
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
