import TestSupport
import Testing

@testable import PostgreSQL

@Suite(.timeLimit(.minutes(2))) struct PoolTests {
    private func isOverloaded(_ error: DatabaseError?) -> Bool {
        if case .overloaded? = error { true } else { false }
    }

    private func isCancelled(_ error: DatabaseError?) -> Bool {
        if case .cancelled? = error { true } else { false }
    }

    @Test func `a full queue is a typed error`() async throws {
        try await withDatabase(
            "overload",
            configure: { configuration in
                configuration.writes = PoolSettings(workers: 1)
                configuration.writes.queueCapacity = 2
            }
        ) { database in
            let begun = Signal()
            let release = Signal()
            async let holder: Void = database.write { _ in
                begun.raise()
                release.waitOnThread()
            }
            await begun.wait()
            async let first: Void = database.write { session in _ = try session.execute("SELECT 1") }
            async let second: Void = database.write { session in _ = try session.execute("SELECT 1") }
            while database.gauges(.writes).waiting < 2 { await Task.yield() }
            let refused = try await databaseError { try await database.write { _ in } }
            #expect(isOverloaded(refused))
            // Reading has workers of its own.
            try await database.ping()
            release.raise()
            _ = try await (holder, first, second)
        }
    }

    @Test func `who waits too long is told so`() async throws {
        try await withDatabase(
            "patience",
            configure: { configuration in
                configuration.writes = PoolSettings(workers: 1)
                configuration.writes.patience = .milliseconds(100)
            }
        ) { database in
            // A connection stands from here on, so the next job waits for nothing.
            while try await databaseError({ try await database.write { _ in } }) != nil { await Task.yield() }
            let begun = Signal()
            let release = Signal()
            async let holder: Void = database.write { _ in
                begun.raise()
                release.waitOnThread()
            }
            await begun.wait()
            let refused = try await databaseError { try await database.write { _ in } }
            #expect(isOverloaded(refused))
            release.raise()
            try await holder
        }
    }

    @Test func `a queued job that is cancelled never runs`() async throws {
        try await withDatabase("cancel_queued", configure: { $0.writes = PoolSettings(workers: 1) }) {
            database in
            let begun = Signal()
            let release = Signal()
            let runs = Record<String>()
            async let holder: Void = database.write { _ in
                begun.raise()
                release.waitOnThread()
            }
            await begun.wait()
            let task = Task { try await database.write { _ in runs.add("queued") } }
            while database.gauges(.writes).waiting < 1 { await Task.yield() }
            task.cancel()
            let error = try await databaseError { try await task.value }
            #expect(isCancelled(error))
            release.raise()
            try await holder
            #expect(runs.events.isEmpty)
        }
    }

    @Test func `a running statement is interrupted, and its worker goes on`() async throws {
        try await withDatabase("cancel_running", configure: { $0.writes = PoolSettings(workers: 1) }) {
            database in
            let begun = Signal()
            let task = Task {
                try await database.write { session in
                    begun.raise()
                    try session.execute("SELECT 1 FROM pg_sleep(60)")
                }
            }
            await begun.wait()
            task.cancel()
            let error = try await databaseError { _ = try await task.value }
            #expect(isCancelled(error))
            try await database.write { session in _ = try session.execute("SELECT 1") }
        }
    }

    @Test func `a task that is cancelled before it begins does nothing`() async throws {
        try await withDatabase("cancel_before") { database in
            let go = Signal()
            let runs = Record<String>()
            let task = Task {
                await go.wait()
                try await database.write { _ in runs.add("run") }
            }
            task.cancel()
            go.raise()
            let error = try await databaseError { try await task.value }
            #expect(isCancelled(error))
            #expect(runs.events.isEmpty)
        }
    }

    /// Every second job is cancelled at a random moment; none of the others may ever be hit.
    @Test func `an interruption never hits another job`() async throws {
        try await withDatabase(
            "cancel_storm",
            configure: { configuration in
                configuration.writes = PoolSettings(workers: 2)
                configuration.writes.queueCapacity = 1000
                configuration.writes.patience = .seconds(60)
            }
        ) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<300 {
                    if index % 2 == 0 {
                        let victim = Task {
                            try await database.write { session in
                                _ = try session.execute("SELECT 1 FROM pg_sleep(0.003)")
                            }
                        }
                        for _ in 0..<(index % 37) { await Task.yield() }
                        victim.cancel()
                        group.addTask {
                            let error = try await databaseError { try await victim.value }
                            if let error, case .cancelled = error { return }
                            #expect(error == nil, "a victim is cancelled or done")
                        }
                    } else {
                        group.addTask {
                            let one: Int32 = try await database.write { session in
                                try session.query("SELECT 1 FROM pg_sleep(0.002)").one { row in
                                    try row.decode(at: 0)
                                }
                            }
                            #expect(one == 1)
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test func `a statement that runs too long is ended`() async throws {
        try await withDatabase("too_long", configure: { $0.statementTimeout = .milliseconds(50) }) {
            database in
            let error = try await databaseError {
                try await database.read { session in _ = try session.query("SELECT pg_sleep(60)::text") }
            }
            guard case .timedOut? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func `a lock that is not to be had is given up`() async throws {
        let script = "CREATE TABLE t (a int); INSERT INTO t VALUES (1)"
        try await withDatabase("no_lock", script: script, configure: { $0.lockTimeout = .milliseconds(50) }) {
            database in
            let locked = Signal()
            let release = Signal()
            async let holder: Void = database.write { session in
                try session.execute("UPDATE t SET a = 2")
                locked.raise()
                release.waitOnThread()
            }
            await locked.wait()
            let error = try await databaseError {
                try await database.write { session in _ = try session.execute("UPDATE t SET a = 3") }
            }
            #expect(error?.state == .lockNotAvailable)
            release.raise()
            try await holder
        }
    }

    @Test func `closing finishes what was accepted and refuses the rest`() async throws {
        try await withDatabase(
            "closing",
            script: "CREATE TABLE t (a int)",
            configure: { $0.writes = PoolSettings(workers: 1) }
        ) { database in
            let begun = Signal()
            let release = Signal()
            async let first: Void = database.write { session in
                begun.raise()
                release.waitOnThread()
                try session.execute("INSERT INTO t VALUES (1)")
            }
            await begun.wait()
            async let second = database.write { session in try session.execute("INSERT INTO t VALUES (2)") }
            while database.gauges(.writes).waiting < 1 { await Task.yield() }
            async let end: Void = database.shutdown()
            while true {
                let error = try await databaseError { try await database.read { _ in } }
                if case .closed? = error { break }
                await Task.yield()
            }
            release.raise()
            try await first
            #expect(try await second == 1)
            await end
            #expect(database.gauges(.writes) == PoolGauges(waiting: 0, running: 0, connected: 0))
        }
    }

    @Test func `closing interrupts what outlasts the grace`() async throws {
        try await withDatabase("grace") { database in
            let begun = Signal()
            let task = Task {
                try await database.write { session in
                    begun.raise()
                    _ = try session.execute("SELECT 1 FROM pg_sleep(60)")
                }
            }
            await begun.wait()
            await database.shutdown(within: .milliseconds(50))
            await #expect(throws: DatabaseError.self) { try await task.value }
        }
    }
}
