/// How to reach a database and how much to ask of it at once.
package struct DatabaseConfiguration: Sendable {
    package var connection: ConnectionString
    /// How the server's own views name these connections.
    package var applicationName = "emapa"
    /// How long one attempt to connect may take for each host; libpq counts whole seconds, at least 2.
    package var connectTimeout: Duration = .seconds(3)
    /// How long one statement may run.
    package var statementTimeout: Duration = .seconds(10)
    /// How long a statement may wait for a lock.
    package var lockTimeout: Duration = .seconds(5)
    /// How long a transaction may sit between two statements before the server ends it.
    package var idleInTransactionTimeout: Duration = .seconds(15)
    /// Prepared statements kept by each connection.
    package var statementCacheCapacity = 256
    /// The pool of `Database.read`.
    package var reads = PoolSettings(workers: 4)
    /// The pool of `Database.write`.
    package var writes = PoolSettings(workers: 16)
    /// How many times a transaction is run before a serialisation failure is passed on.
    package var transactionAttempts = 6
    /// Jobs that run longer are reported as slow.
    package var slowJob: Duration = .seconds(1)
    /// The seed of every jitter, so that tests repeat.
    package var seed: UInt64 = 0x5EED

    package init(_ connection: ConnectionString) {
        self.connection = connection
    }
}

/// The size and patience of one pool.
package struct PoolSettings: Sendable {
    /// Threads, each with a connection of its own; connections are opened as they are needed.
    package var workers: Int
    /// Jobs that may wait; one more is refused.
    package var queueCapacity = 256
    /// How long a job may wait while the database is there, or as far as is known.
    package var patience: Duration = .seconds(5)
    /// How long a job may wait once connecting has failed and no connection is left.
    package var outagePatience: Duration = .milliseconds(500)
    /// How long a connection beyond the first may be idle before it is closed.
    package var idleLifetime: Duration = .seconds(300)

    package init(workers: Int) {
        self.workers = workers
    }
}

/// Which statements a connection is for.
enum Access: Sendable {
    case readOnly, readWrite
}
