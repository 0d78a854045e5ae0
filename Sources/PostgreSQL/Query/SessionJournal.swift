/// What a session remembers from one statement to the next; it never leaves the worker's thread.
final class SessionJournal {
    var statements: StatementCache
    /// Names the server still has to forget.
    var evicted: [String] = []
    /// What the server last refused in this transaction.
    var failure: ServerFailure?
    /// The job that is running, where one is.
    var ticket: Ticket?
    /// Asks for leave to commit, after which no interruption is sent; false when one was sent before.
    var mayCommit: () -> Bool = { true }

    init(cacheCapacity: Int) {
        statements = StatementCache(capacity: cacheCapacity)
    }

    var isCancelled: Bool { ticket?.isCancelled ?? false }
}
