/// What can go wrong at the database, by what the caller can do about it.
package indirect enum DatabaseError: Error, Sendable {
    /// The queue is full, or the job waited in it too long: nothing was done.
    case overloaded(retryAfter: Duration)
    /// The database cannot be reached: nothing was done.
    case unavailable(retryAfter: Duration)
    /// The connection broke in the middle: the transaction was not committed.
    case connectionLost
    /// The connection broke while the commit was under way: it may have happened or not.
    case commitOutcomeUnknown
    /// The task was cancelled: the transaction was not committed.
    case cancelled
    /// The statement ran into its time limit: the transaction was not committed.
    case timedOut
    /// The pools were shut down.
    case closed
    /// The server refused the statement.
    case server(ServerFailure)
    /// A column of the answer is not what the caller asked for.
    case column(ColumnProblem, index: Int)
    /// The answer does not have the number of rows that was promised.
    case rowCount(expected: Int, found: Int)
    /// The caller broke a rule of this module: our own bug, said without a trap.
    case misuse(Misuse)
    /// The text of the connection cannot be understood.
    case connectionString

    /// Rules a caller can break.
    package enum Misuse: Sendable, Equatable {
        case tooManyBinds, valueTooLarge, zeroByteInStatement, bindsInCopy, copyRowIncomplete,
            copyHasNoColumns
        case transactionEndedInside, notACopy
    }
}

extension DatabaseError {
    /// The server's state, where the server spoke.
    package var state: SQLState? {
        if case .server(let failure) = self { failure.state } else { nil }
    }

    /// The constraint that was violated, where one was.
    package var constraint: String? {
        if case .server(let failure) = self { failure.constraint } else { nil }
    }
}

extension DatabaseError: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String {
        switch self {
        case .overloaded: "the database has too much to do"
        case .unavailable: "the database cannot be reached"
        case .connectionLost: "the connection to the database broke"
        case .commitOutcomeUnknown: "the connection broke during the commit; its outcome is unknown"
        case .cancelled: "the work was cancelled"
        case .timedOut: "the statement took too long"
        case .closed: "the database pools are closed"
        case .server(let failure): failure.description
        case .column(_, let index): "column \(index) of an answer is not what was expected"
        case .rowCount(let expected, let found): "expected \(expected) rows, found \(found)"
        case .misuse: "a rule of the database module was broken"
        case .connectionString: "the connection string cannot be understood"
        }
    }

    package var debugDescription: String {
        switch self {
        case .server(let failure): failure.debugDescription
        case .column(let problem, let index): "column \(index): \(problem)"
        case .misuse(let misuse): "\(description): \(misuse)"
        default: description
        }
    }
}
