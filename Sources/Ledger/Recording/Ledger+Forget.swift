package import Formats
import PostgreSQL

extension Ledger {
    /// For how many days a named request gives the same answer.
    package static let daysRemembered: Int64 = 7
    private static let batch: Int32 = 5_000

    /// Forgets requests that were answered longer ago, in batches, so that nobody waits for it; returns how many.
    package func forgetRequests(at now: Timestamp = .now) async throws -> Int {
        let oldest = now.advanced(bySeconds: -Ledger.daysRemembered * 86_400)
        var forgotten = 0
        while true {
            let count = try await database.write { session in
                try session.execute(
                    """
                    DELETE FROM remembered_request WHERE name IN (
                        SELECT name FROM remembered_request WHERE at < \(oldest)
                        ORDER BY at LIMIT \(Ledger.batch) FOR UPDATE SKIP LOCKED)
                    """
                )
            }
            forgotten += count
            if count < Int(Ledger.batch) { return forgotten }
        }
    }
}
