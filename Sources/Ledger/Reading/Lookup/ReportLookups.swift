import PostgreSQL
import Reports
import Synchronization

/// Reads reports by their numbers, those together that are asked for together: one statement for many readers.
final class ReportLookups: Sendable {
    private typealias Waiter = CheckedContinuation<Report?, any Error>
    private typealias Batches = LookupBatches<ReportNumber, Waiter>

    private let database: Database
    private let batches = Mutex(Batches(mostUnderWay: 2, mostKeys: 64, mostWaiting: 4_096))
    private let names = Atomic<UInt64>(0)

    init(_ database: Database) {
        self.database = database
    }

    /// The report with a number, as it stands after the call came; nil when there is none.
    func report(_ number: ReportNumber) async throws -> Report? {
        let id = names.add(1, ordering: .relaxed).newValue
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                guard !Task.isCancelled else { return waiter.resume(throwing: DatabaseError.cancelled) }
                switch batches.withLock({ $0.arrive(id, for: number, waiter) }) {
                case .run(let batch): run(batch)
                case .wait: break
                case .refuse: waiter.resume(throwing: DatabaseError.overloaded(retryAfter: .seconds(1)))
                }
            }
        } onCancel: {
            // What is under way is over in a moment, and others wait for it too.
            let waiter = batches.withLock { $0.leave(id, from: number) }
            waiter?.resume(throwing: DatabaseError.cancelled)
        }
    }

    private func run(_ batch: Batches.Batch) {
        let numbers = batch.keys.map(\.description)
        // Behind a SELECT the planner does not count the numbers, so that it keeps one plan for all batches: to plan
        // takes four times as long as to read.
        let statement: SQL = """
            SELECT \(Report.columns) FROM report r WHERE r.number = ANY ((SELECT \(numbers))::text[])
            """
        database.beginRead { session in
            // A row that cannot be read is the trouble of those only who asked for it.
            try session.query(statement).map { row -> (String, Result<Report, any Error>) in
                let number = try row.decode(String.self, at: Report.numberColumn)
                do {
                    return (number, Result.success(try Report(row: row)))
                } catch {
                    return (number, Result.failure(error))
                }
            }
        } deliver: { [self] outcome in
            // The next batch first: its statement runs while these readers are woken.
            if let next = batches.withLock({ $0.finish() }) { run(next) }
            switch outcome {
            case .success(let reports): ReportLookups.deliver(reports, to: batch)
            case .failure(let error):
                for waiters in batch.waiters.values {
                    for (_, waiter) in waiters { waiter.resume(throwing: error) }
                }
            }
        }
    }

    private static func deliver(_ rows: [(String, Result<Report, any Error>)], to batch: Batches.Batch) {
        let found = Dictionary(rows) { first, _ in first }
        for (number, waiters) in batch.waiters {
            let outcome = found[number.description].map { $0.map(Optional.some) } ?? .success(nil)
            for (_, waiter) in waiters { waiter.resume(with: outcome) }
        }
    }
}
