/// What happened at the database, for whoever writes logs and counts.
///
/// Observers are called on the module's own threads, must return quickly, and print what they like.
package enum DatabaseEvent: Sendable {
    /// A worker has a connection.
    case connected(PoolName)
    /// A worker could not connect; the detail is libpq's, for the log.
    case connectFailed(PoolName, detail: String, retryIn: Duration)
    /// A worker's connection broke.
    case lost(PoolName)
    /// A job left a worker, whatever its outcome.
    case finished(PoolName, waited: Duration, ran: Duration)
    /// The same, for a job that ran longer than is usual.
    case slow(PoolName, waited: Duration, ran: Duration)
    /// A job was refused before it ran.
    case refused(PoolName, DatabaseError)
    /// A transaction is run again after a serialisation failure.
    case repeated(PoolName, SQLState, attempt: Int)
    /// A job ended in what the server refused.
    case failed(PoolName, ServerFailure)
    /// The listener hears its channels.
    case listening
    /// The listener lost its connection, or could not make one.
    case listenerLost(detail: String, retryIn: Duration)
    /// The notifier lost its connection, or could not make one.
    case notifierLost(detail: String, retryIn: Duration)
    /// A migration was committed.
    case migrated(name: String, took: Duration)
}
