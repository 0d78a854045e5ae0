package import Formats
import PostgreSQL

extension Ledger {
    /// Forgets who sent what longer ago, in batches; returns how many.
    package func forgetSenders(at now: Timestamp = .now) async throws -> Int {
        let oldest = now.advanced(bySeconds: -ReportSender.daysKept * 86_400)
        return try await forget {
            """
            DELETE FROM report_sender WHERE report_id IN (
                SELECT report_id FROM report_sender WHERE at < \(oldest)
                ORDER BY at LIMIT \(Ledger.batch) FOR UPDATE SKIP LOCKED)
            """
        }
    }

    /// For how many days a named request gives the same answer.
    package static let daysRemembered: Int64 = 7
    private static let batch: Int32 = 5_000

    /// Forgets requests that were answered longer ago, in batches, so that nobody waits for it; returns how many.
    package func forgetRequests(at now: Timestamp = .now) async throws -> Int {
        let oldest = now.advanced(bySeconds: -Ledger.daysRemembered * 86_400)
        return try await forget {
            """
            DELETE FROM remembered_request WHERE name IN (
                SELECT name FROM remembered_request WHERE at < \(oldest)
                ORDER BY at LIMIT \(Ledger.batch) FOR UPDATE SKIP LOCKED)
            """
        }
    }

    /// Runs a statement that deletes a batch until there is no whole one left.
    private func forget(_ statement: @escaping @Sendable () -> SQL) async throws -> Int {
        var forgotten = 0
        while true {
            let count = try await database.write { session in try session.execute(statement()) }
            forgotten += count
            if count < Int(Ledger.batch) { return forgotten }
        }
    }
}
