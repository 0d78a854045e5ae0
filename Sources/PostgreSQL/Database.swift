/// PostgreSQL behind two pools of worker threads: one for reading, one for writing, so that waiting for locks
/// never starves reading.
///
/// A job is one synchronous closure, run on a worker's thread with that worker's connection. It may be run
/// more than once (after a serialisation failure, or when a connection broke before anything was committed),
/// so it keeps no count outside itself. Cancelling the task interrupts the statement that runs.
package final class Database: Sendable {
    package let configuration: DatabaseConfiguration
    private let reads: Pool
    private let writes: Pool
    private let observe: @Sendable (DatabaseEvent) -> Void

    /// Starts the threads; connections are made by them, as they are needed.
    ///
    /// - Parameters:
    ///   - configuration: where the database is, and the bounds.
    ///   - observe: told what happens, on the module's threads.
    package init(
        _ configuration: DatabaseConfiguration,
        observe: @escaping @Sendable (DatabaseEvent) -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.observe = observe
        let canceller = Canceller()
        reads = Pool(.reads, configuration, canceller: canceller, observe: observe)
        writes = Pool(.writes, configuration, canceller: canceller, observe: observe)
        canceller.start()
        reads.start()
        writes.start()
        Watch([reads, writes], canceller: canceller).start()
    }

    deinit {
        reads.beginClosing()
        writes.beginClosing()
    }

    /// Runs statements that only read, each seeing what was committed before it.
    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing Session) throws -> Value
    ) async throws -> Value {
        try await perform(.statements, in: reads, body)
    }

    /// Begins what `read` does and returns at once; `deliver` is called on a thread of the module and must not block.
    ///
    /// For work that belongs to no single task, so that no task's end can take it from the others.
    package func beginRead<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing Session) throws -> Value,
        deliver: @escaping @Sendable (Result<Value, any Error>) -> Void
    ) {
        let runner = JobRunner(
            configuration: configuration,
            pool: reads.name,
            kind: .statements,
            observe: observe
        )
        let job = Job(
            ticket: Ticket(),
            run: { session in runner.run(on: session, body, deliver: deliver) },
            refuse: { deliver(.failure($0)) }
        )
        reads.submit(job)
    }

    /// Runs statements that only read, all seeing the same moment.
    package func readSnapshot<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing Session) throws -> Value
    ) async throws -> Value {
        try await perform(.snapshot, in: reads, body)
    }

    /// Runs one transaction: committed when the closure returns, rolled back when it throws.
    ///
    /// Serialisation failures and deadlocks are run again, up to `transactionAttempts` times in all.
    @discardableResult
    package func write<Value: Sendable>(
        isolation: Isolation = .readCommitted,
        _ body: @escaping @Sendable (borrowing Session) throws -> Value
    ) async throws -> Value {
        try await perform(.transaction(isolation), in: writes, body)
    }

    /// Runs one statement that writes, committed by itself: one trip to the database where `write` makes three.
    ///
    /// What the closure runs besides may only read. Once the connection breaks the outcome is unknown, since there is no
    /// commit of its own to tell before from after.
    @discardableResult
    package func writeAtOnce<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing Session) throws -> Value
    ) async throws -> Value {
        try await perform(.statement, in: writes, body)
    }

    /// Returns if the database answers.
    package func ping() async throws {
        try await read { session in _ = try session.execute("SELECT 1") }
    }

    /// How busy a pool is at this moment.
    package func gauges(_ pool: PoolName) -> PoolGauges {
        pool == .reads ? reads.gauges : writes.gauges
    }

    /// Takes no more jobs, lets the accepted ones finish, interrupts those that outlast the grace, and returns
    /// when every connection is closed.
    package func shutdown(within grace: Duration = .seconds(10)) async {
        let deadline = ContinuousClock.now + grace
        writes.beginClosing(by: deadline)
        await reads.close(by: deadline)
        await writes.close(by: deadline)
    }

    private func perform<Value: Sendable>(
        _ kind: JobKind,
        in pool: Pool,
        _ body: @escaping @Sendable (borrowing Session) throws -> Value
    ) async throws -> Value {
        let ticket = Ticket()
        let runner = JobRunner(configuration: configuration, pool: pool.name, kind: kind, observe: observe)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let job = Job(
                    ticket: ticket,
                    run: { session in runner.run(on: session, body) { continuation.resume(with: $0) } },
                    refuse: { continuation.resume(throwing: $0) }
                )
                pool.submit(job)
            }
        } onCancel: {
            pool.cancel(ticket)
        }
    }
}
