import PostgreSQL
import Reports
import TestSupport
import Testing

@testable import Ledger

/// The feed's promise under stress.
///
/// Writers hold transactions open for random times and roll some back, followers crash
/// in the middle of batches, lose connections, are given up, and run twice at once.
@Suite(.timeLimit(.minutes(5)))
struct FeedStormTests {
    private static let names = ["mails", "figures", "mirror"]

    @Test func `every event has its effect exactly once and in order, whoever holds, rolls back or crashes`()
        async throws
    {
        try await withLedger("feed_storm") { ledger, database, _ in
            try await database.keepEffects()
            for _ in 0..<40 { _ = try await ledger.take(.pothole()) }
            var writing = database.configuration
            writing.writes = PoolSettings(workers: 8)
            var following = database.configuration
            following.applicationName = "storm follower"
            following.writes = PoolSettings(workers: 6)
            let writers = Database(writing)
            let followers = Database(following)
            let storm = FollowerStorm(database: followers, seed: 20_261_121)

            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for seed in 1...8 {
                            group.addTask {
                                try await WriterStorm(database: writers).run(60, seed: UInt64(seed))
                            }
                        }
                        try await group.waitForAll()
                    }
                    storm.end()
                }
                group.addTask { try await storm.killConnections(through: database) }
                for name in Self.names {
                    for _ in 1...2 { group.addTask { try await storm.follow(name, on: database) } }
                }
                try await group.waitForAll()
            }
            let events = try await database.count("SELECT count(*) FROM report_event")
            for name in Self.names {
                try await DurableFollower(database, name: name, start: .beginning).follow(
                    database,
                    until: events
                )
            }
            await followers.shutdown(within: .seconds(5))
            await writers.shutdown(within: .seconds(5))

            for name in Self.names { try await expectExactlyOnce(name, in: database) }
            let crossed = try await database.count(
                """
                SELECT count(*) FROM report_event higher JOIN report_event lower USING (report_id)
                WHERE lower.version < higher.version AND lower.transaction_id > higher.transaction_id
                """
            )
            #expect(crossed > 0, "some versions are in another order than their transactions")
            let crashes = storm.crashes
            print("feed storm: \(events) events, crashes \(crashes)")
            #expect(crashes.thrown > 0 && crashes.cut > 0 && crashes.givenUp > 0 && crashes.killed > 0)
        }
    }

    private func expectExactlyOnce(_ name: String, in database: Database) async throws {
        let strange = try await database.count(
            """
            SELECT count(*) FROM (SELECT report_id, version FROM effect WHERE follower = \(name)) AS done
            FULL JOIN (SELECT report_id, version FROM report_event) AS told USING (report_id, version)
            WHERE done IS NULL OR told IS NULL
            """
        )
        #expect(strange == 0, "\(name) missed or made up")
        let doubled = try await database.count(
            """
            SELECT count(*) FROM (SELECT FROM effect WHERE follower = \(name)
                GROUP BY report_id, version HAVING count(*) > 1) AS doubled
            """
        )
        #expect(doubled == 0, "\(name) did twice")
        let disordered = try await database.count(
            """
            SELECT count(*) FROM (
                SELECT version - lag(version, 1, 0) OVER (PARTITION BY report_id ORDER BY id) AS step
                FROM effect WHERE follower = \(name)) AS steps WHERE step <> 1
            """
        )
        #expect(disordered == 0, "\(name) was told a report's versions out of order")
        let moved = try await database.count(
            """
            SELECT count(*) FROM (
                SELECT (row_number() OVER (ORDER BY id), sequence) AS step FROM effect WHERE follower = \(name)
                EXCEPT
                SELECT (row_number() OVER (ORDER BY id), sequence) FROM effect WHERE follower = \(Self.names[0]))
            AS steps
            """
        )
        #expect(moved == 0, "\(name) was told another order")
    }
}
