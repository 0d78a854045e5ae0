import TestSupport
import Testing

@testable import PostgreSQL

@Suite(.timeLimit(.minutes(2))) struct SessionTests {
    @Test func `statements are prepared once and the oldest are forgotten`() async throws {
        try await withDatabase("prepared", configure: { $0.statementCacheCapacity = 4 }) { database in
            let counts = try await database.write { session in
                var counts: [Int64] = []
                for round in 0..<10 {
                    for statement in 0...(round % 5) {
                        _ = try session.query("SELECT \(Int32(round)) + \(unsafeSQL: String(statement))")
                    }
                    counts.append(
                        try session.query("SELECT count(*) FROM pg_prepared_statements").one { row in
                            try row.decode(at: 0)
                        }
                    )
                }
                return counts
            }
            #expect(counts == [2, 3, 4, 4, 4, 4, 4, 4, 4, 4])
        }
    }

    @Test func `a table that changes under a prepared statement is no error`() async throws {
        try await withDatabase("stale", script: "CREATE TABLE t (a int); INSERT INTO t VALUES (1)") {
            database in
            let width: @Sendable () async throws -> Int = {
                try await database.read { session in
                    try session.query("SELECT * FROM t").one { row in row.width }
                }
            }
            #expect(try await width() == 1)
            try await database.write { try $0.run(unsafeScript: "ALTER TABLE t ADD COLUMN b text") }
            #expect(try await width() == 2)
            try await database.write { session in
                _ = try session.query("SELECT * FROM t")
            }
            try await database.write { try $0.run(unsafeScript: "ALTER TABLE t ADD COLUMN c text") }
            let affected = try await database.write { session in
                try session.query("SELECT * FROM t").one { row in row.width }
            }
            #expect(affected == 3)
        }
    }

    @Test func `reading cannot write`() async throws {
        try await withDatabase("read_only", script: "CREATE TABLE t (a int)") { database in
            let single = try await databaseError {
                try await database.read { session in _ = try session.execute("INSERT INTO t VALUES (1)") }
            }
            #expect(single?.state == .readOnlyTransaction)
            let snapshot = try await databaseError {
                try await database.readSnapshot { session in
                    _ = try session.execute("INSERT INTO t VALUES (1)")
                }
            }
            #expect(snapshot?.state == .readOnlyTransaction)
        }
    }

    @Test func `a snapshot sees one moment`() async throws {
        try await withDatabase("snapshot", script: "CREATE TABLE t (a int)") { database in
            let looked = Signal()
            let written = Signal()
            async let counts = database.readSnapshot { session in
                let first: Int64 = try session.query("SELECT count(*) FROM t").one { row in
                    try row.decode(at: 0)
                }
                looked.raise()
                written.waitOnThread()
                let second: Int64 = try session.query("SELECT count(*) FROM t").one { row in
                    try row.decode(at: 0)
                }
                return [first, second]
            }
            await looked.wait()
            try await database.write { session in try session.execute("INSERT INTO t VALUES (1)") }
            written.raise()
            #expect(try await counts == [0, 0])
        }
    }

    private struct Refused: Error {}

    @Test func `a closure that throws leaves nothing behind`() async throws {
        try await withDatabase("rollback", script: "CREATE TABLE t (a int)") { database in
            await #expect(throws: Refused.self) {
                try await database.write { session in
                    try session.execute("INSERT INTO t VALUES (1)")
                    throw Refused()
                }
            }
            let count: Int64 = try await database.read { session in
                try session.query("SELECT count(*) FROM t").one { row in try row.decode(at: 0) }
            }
            #expect(count == 0)
        }
    }

    @Test func `a refusal that the closure swallows is not taken for a commit`() async throws {
        try await withDatabase("swallowed", script: "CREATE TABLE t (a int PRIMARY KEY)") { database in
            let error = try await databaseError {
                try await database.write { session in
                    try session.execute("INSERT INTO t VALUES (1)")
                    _ = try? session.execute("INSERT INTO t VALUES (1)")
                }
            }
            #expect(error?.state == .uniqueViolation)
        }
    }

    @Test func `a violated constraint is named, and its data only told to the log`() async throws {
        let script = "CREATE TABLE t (a text CONSTRAINT only_once UNIQUE)"
        try await withDatabase("constraint", script: script) { database in
            let error = try await databaseError {
                try await database.write { session in
                    try session.execute("INSERT INTO t VALUES (\("secret")), (\("secret"))")
                }
            }
            #expect(error?.state == .uniqueViolation)
            #expect(error?.constraint == "only_once")
            #expect(error?.description.contains("secret") == false)
            #expect(error?.debugDescription.contains("secret") == true)
        }
    }

    @Test func `a closure cannot end the transaction by itself`() async throws {
        try await withDatabase("ended_inside") { database in
            let error = try await databaseError {
                try await database.write { try $0.run(unsafeScript: "COMMIT") }
            }
            guard case .misuse(.transactionEndedInside)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func `every connection has its settings`() async throws {
        try await withDatabase("settings", configure: { $0.statementTimeout = .milliseconds(7654) }) {
            database in
            let settings = try await database.read { session in
                try session.query(
                    """
                    SELECT current_setting('statement_timeout'), current_setting('TimeZone'), current_setting('client_encoding'),
                        current_setting('application_name'), current_setting('lock_timeout')
                    """
                ).one { row in try (0..<row.width).map { try row.decode(String.self, at: $0) } }
            }
            #expect(settings == ["7654ms", "UTC", "UTF8", "emapa", "5s"])
        }
    }

    @Test func `too many binds are refused before they are sent`() async throws {
        try await withDatabase("too_many") { database in
            let sql = SQL.joined((0..<65_536).map { "\(Int32($0))" }, separator: ",")
            let error = try await databaseError {
                try await database.read { session in _ = try session.query("SELECT \(sql)") }
            }
            guard case .misuse(.tooManyBinds)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }
}
