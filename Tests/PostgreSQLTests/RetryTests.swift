import Synchronization
import TestSupport
import Testing

@testable import PostgreSQL

@Suite(.timeLimit(.minutes(2))) struct RetryTests {
    private let counter =
        "CREATE TABLE counter (id int PRIMARY KEY, n int); INSERT INTO counter VALUES (1, 0), (2, 0)"

    @Test func `a serialisation failure is run again`() async throws {
        let record = Record<DatabaseEvent>()
        try await withDatabase("serialisation", script: counter, observe: record.add) { database in
            let looked = Signal()
            let changed = Signal()
            let runs = Record<Int32>()
            async let slow: Void = database.write(isolation: .repeatableRead) { session in
                let n: Int32 = try session.query("SELECT n FROM counter WHERE id = 1").one { row in
                    try row.decode(at: 0)
                }
                runs.add(n)
                looked.raise()
                changed.waitOnThread()
                try session.execute("UPDATE counter SET n = \(n + 1) WHERE id = 1")
            }
            await looked.wait()
            try await database.write { session in
                _ = try session.execute("UPDATE counter SET n = 10 WHERE id = 1")
            }
            changed.raise()
            try await slow
            #expect(runs.events == [0, 10])
            let n: Int32 = try await database.read { session in
                try session.query("SELECT n FROM counter WHERE id = 1").one { row in try row.decode(at: 0) }
            }
            #expect(n == 11)
            #expect(
                record.events.contains {
                    if case .repeated(_, .serializationFailure, _) = $0 { true } else { false }
                }
            )
        }
    }

    @Test func `a deadlock is resolved by running one of the two again`() async throws {
        try await withDatabase("deadlock", script: counter) { database in
            let holdsFirst = Signal()
            let holdsSecond = Signal()
            @Sendable func add(_ first: Int32, _ second: Int32, mine: Signal, other: Signal) async throws {
                try await database.write { session in
                    try session.execute("UPDATE counter SET n = n + 1 WHERE id = \(first)")
                    mine.raise()
                    other.waitOnThread()
                    try session.execute("UPDATE counter SET n = n + 1 WHERE id = \(second)")
                }
            }
            async let forward: Void = add(1, 2, mine: holdsFirst, other: holdsSecond)
            async let backward: Void = add(2, 1, mine: holdsSecond, other: holdsFirst)
            _ = try await (forward, backward)
            let counts = try await database.read { session in
                try session.query("SELECT n FROM counter ORDER BY id").map { row in
                    try row.decode(Int32.self, at: 0)
                }
            }
            #expect(counts == [2, 2])
        }
    }

    @Test func `retries have an end`() async throws {
        try await withDatabase("retry_bound", configure: { $0.transactionAttempts = 3 }) { database in
            let runs = Record<Int>()
            let error = try await databaseError {
                try await database.write { session in
                    runs.add(1)
                    try session.run(
                        unsafeScript: "DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '40001'; END $$"
                    )
                }
            }
            #expect(error?.state == .serializationFailure)
            #expect(runs.events.count == 3)
        }
    }

    private struct Translated: Error {}

    @Test func `a serialisation failure that the closure translates is still run again`() async throws {
        try await withDatabase("translated", configure: { $0.transactionAttempts = 2 }) { database in
            let runs = Record<Int>()
            let error = try await databaseError {
                try await database.write { session in
                    runs.add(1)
                    do {
                        try session.run(
                            unsafeScript: "DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '40001'; END $$"
                        )
                    } catch {
                        throw Translated()
                    }
                }
            }
            #expect(error?.state == .serializationFailure)
            #expect(runs.events.count == 2)
        }
    }

    @Test func `a connection that breaks in the middle of a write is told, and nothing is committed`()
        async throws
    {
        try await withDatabase("broken_write", script: "CREATE TABLE t (a int)") { database in
            let error = try await databaseError {
                try await database.write { session in
                    try session.execute("INSERT INTO t VALUES (1)")
                    try session.execute("SELECT pg_terminate_backend(pg_backend_pid())::text")
                }
            }
            guard case .connectionLost? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            let count: Int64 = try await database.read { session in
                try session.query("SELECT count(*) FROM t").one { row in try row.decode(at: 0) }
            }
            #expect(count == 0)
        }
    }

    @Test func `a read that breaks every connection is given up`() async throws {
        try await withDatabase("broken_read") { database in
            let runs = Record<Int>()
            let error = try await databaseError {
                try await database.read { session in
                    runs.add(1)
                    _ = try session.query("SELECT pg_terminate_backend(pg_backend_pid())::text")
                }
            }
            guard case .connectionLost? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(runs.events.count == 3)
            try await database.ping()
        }
    }

    @Test func `a connection that was ended while idle is replaced unnoticed`() async throws {
        try await withDatabase("ended_idle", script: "CREATE TABLE t (a int)") { database in
            try await database.ping()
            let ended: Int64 = try await database.write { session in
                try session.query(
                    """
                    SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
                    """
                ).one { row in try row.decode(at: 0) }
            }
            #expect(ended >= 1)
            try await database.ping()
        }
    }

    @Test func `a connection that breaks during the commit leaves its outcome unknown`() async throws {
        let script = """
            CREATE TABLE t (a int);
            CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER die AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION die()
            """
        try await withDatabase("commit_unknown", script: script) { database in
            let inTransaction = try await databaseError {
                try await database.write { session in _ = try session.execute("INSERT INTO t VALUES (1)") }
            }
            let atOnce = try await databaseError {
                try await database.writeAtOnce { _ = try $0.execute("INSERT INTO t VALUES (1)") }
            }
            for error in [inTransaction, atOnce] {
                guard case .commitOutcomeUnknown? = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
            }
        }
    }

    @Test func `a statement that writes at once is kept whole or refused whole`() async throws {
        try await withDatabase("at_once", script: "CREATE TABLE t (a int PRIMARY KEY)") { database in
            try await database.writeAtOnce { _ = try $0.execute("INSERT INTO t VALUES (1), (2)") }
            let error = try await databaseError {
                try await database.writeAtOnce { _ = try $0.execute("INSERT INTO t VALUES (3), (1)") }
            }
            guard case .server(let failure)? = error, failure.constraint == "t_pkey" else {
                Issue.record("\(String(describing: error))")
                return
            }
            let kept = try await database.read { session in
                try session.query("SELECT a FROM t ORDER BY a").map { try $0.decode(Int32.self, at: 0) }
            }
            #expect(kept == [1, 2])
        }
    }
}
