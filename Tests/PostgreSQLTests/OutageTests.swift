import TestSupport
import Testing

@testable import PostgreSQL

@Suite(.timeLimit(.minutes(5))) struct OutageTests {
    /// Writers with the obvious retry around them, while the server restarts thrice in three ways.
    @Test func `restarts in the middle lose nothing and double nothing`() async throws {
        let cluster = try await TestCluster.make()
        try await withDatabase("restarts", on: cluster, script: "CREATE TABLE t (id int)") { database in
            let written = Record<Int32>()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<6 as Range<Int32> {
                    group.addTask {
                        for step in 0..<150 as Range<Int32> {
                            let id = writer * 1000 + step
                            try await insert(id, database)
                            written.add(id)
                        }
                    }
                }
                group.addTask {
                    await written.wait { $0.count >= 100 }
                    try await cluster.restart(mode: .fast)
                    await written.wait { $0.count >= 300 }
                    try await cluster.restart(mode: .immediate)
                    await written.wait { $0.count >= 500 }
                    try cluster.kill()
                    try await cluster.resume()
                }
                try await group.waitForAll()
            }
            let ids = try await database.read { session in
                try session.query("SELECT id FROM t ORDER BY id").map { row in
                    try row.decode(Int32.self, at: 0)
                }
            }
            #expect(ids == written.events.sorted())
            #expect(ids.count == 900)
        }
        try await cluster.stop()
    }

    private func insert(_ id: Int32, _ database: Database) async throws {
        while true {
            do {
                return try await database.write { session in
                    _ = try session.execute("INSERT INTO t VALUES (\(id))")
                }
            } catch DatabaseError.commitOutcomeUnknown {
                if try await isThere(id, database) { return }
            } catch DatabaseError.connectionLost, DatabaseError.unavailable, DatabaseError.overloaded {
                // A refusal comes at once; a client that asked again at once would ask without end.
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    private func isThere(_ id: Int32, _ database: Database) async throws -> Bool {
        while true {
            do {
                return try await database.read { session in
                    try session.query("SELECT 1 FROM t WHERE id = \(id)").count > 0
                }
            } catch DatabaseError.connectionLost, DatabaseError.unavailable, DatabaseError.overloaded {
                // A refusal comes at once; a client that asked again at once would ask without end.
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    @Test func `a database that is away is said so quickly, and found again without help`() async throws {
        let cluster = try await TestCluster.make()
        let record = Record<DatabaseEvent>()
        try await withDatabase(
            "away",
            on: cluster,
            configure: { configuration in
                configuration.reads.outagePatience = .milliseconds(200)
                configuration.writes.outagePatience = .milliseconds(200)
            },
            observe: record.add
        ) { database in
            try await database.ping()
            try await cluster.stop()
            let start = ContinuousClock.now
            for _ in 0..<50 {
                let error = try await databaseError { try await database.ping() }
                guard case .unavailable? = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
            }
            // The first waits out the patience; the others are refused at once.
            #expect(start.duration(to: .now) < .seconds(3))
            #expect(database.gauges(.reads).waiting == 0)

            let known = record.events.count
            try await cluster.resume()
            await record.wait { events in
                events.dropFirst(known).contains { if case .connected(.reads) = $0 { true } else { false } }
            }
            try await database.ping()
        }
        try await cluster.stop()
    }

    @Test func `a server that was never there is unavailable, and closing does not wait for it`() async throws
    {
        let configuration = DatabaseConfiguration(try ConnectionString("host=/nonexistent user=nobody"))
        let database = Database(configuration)
        let error = try await databaseError { try await database.ping() }
        guard case .unavailable? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        let start = ContinuousClock.now
        await database.shutdown()
        #expect(start.duration(to: .now) < .seconds(5))
    }
}
