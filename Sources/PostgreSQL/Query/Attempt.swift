/// How one run of a job's closure ended.
enum Attempt<Value> {
    case done(Value)
    /// Nothing was committed and running it again would not help.
    case failed(any Error)
    /// Nothing was committed and the server says that another run may succeed.
    case repeatable(ServerFailure)
    /// The connection broke before the closure's work could have begun, or before a read was done.
    case notBegun
}

/// What the statements of a job share.
package enum Isolation: Sendable {
    /// Each statement sees what was committed before it.
    case readCommitted
    /// All statements see what was committed before the first.
    case repeatableRead
    /// As if transactions ran one after the other; a writer must expect to be run again.
    case serializable
}

/// How a job is run.
enum JobKind: Sendable {
    /// Statements one by one, each a read-only transaction of its own.
    case statements
    /// One read-only transaction, its statements seeing one moment.
    case snapshot
    /// One transaction that is committed at its end.
    case transaction(Isolation)
    /// One statement that writes and is a transaction of its own; others beside it only read.
    case statement

    /// The statement that begins it; nil where nothing is begun.
    var beginning: StaticString? {
        switch self {
        case .statements, .statement: nil
        case .snapshot: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case .transaction(.readCommitted): "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
        case .transaction(.repeatableRead): "BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE"
        case .transaction(.serializable): "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE"
        }
    }

    var isRead: Bool {
        switch self {
        case .statements, .snapshot: true
        case .transaction, .statement: false
        }
    }
}
