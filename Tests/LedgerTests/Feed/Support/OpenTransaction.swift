import PostgreSQL
import Synchronization

/// A transaction that has its number and stays open until it is told to commit.
final class OpenTransaction: Sendable {
    private let isWanted = Atomic(true)
    private let work = Mutex<Task<Void, any Error>?>(nil)

    /// Returns when the transaction has its number; `last` is what it does before it commits.
    init(
        on database: Database,
        last: @escaping @Sendable (borrowing Session) throws -> Void = { _ in }
    ) async {
        let (opened, open) = AsyncStream<Void>.makeStream()
        let task = Task {
            try await database.write { session in
                _ = try session.query("SELECT pg_current_xact_id()")
                open.finish()
                // Half a minute at most: a test that failed must not hold the horizon of all others for ever.
                for _ in 0..<6_000 where self.isWanted.load(ordering: .acquiring) {
                    _ = try session.query("SELECT pg_sleep(0.005)")
                }
                try last(session)
            }
            open.finish()
        }
        work.withLock { $0 = task }
        for await _ in opened {}
    }

    func commit() async throws {
        isWanted.store(false, ordering: .releasing)
        try await work.withLock(\.self)?.value
    }
}
