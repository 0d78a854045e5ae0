/// Work for a pool: runs on a worker with its session, or is refused.
struct Job: Sendable {
    let ticket: Ticket
    /// Does the work; what it returns delivers the outcome once the worker is free again.
    let run: @Sendable (borrowing Session) -> Verdict
    let refuse: @Sendable (DatabaseError) -> Void
}

/// What became of a job on a worker.
enum Verdict {
    case delivered(@Sendable () -> Void)
    /// The connection broke first; the job can be given to another.
    case notBegun
}
