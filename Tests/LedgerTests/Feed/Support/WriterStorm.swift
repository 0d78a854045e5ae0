import PostgreSQL
import TestSupport

@testable import Ledger

/// A writer that changes reports in transactions which it holds open for random times and sometimes rolls back.
struct WriterStorm {
    struct ChangedItsMind: Error {}

    let database: Database

    /// Writes so many transactions, the same ones for the same seed.
    func run(_ transactions: Int, seed: UInt64) async throws {
        var random = SeededGenerator(seed)
        for _ in 0..<transactions {
            let seed = random.next()
            do {
                try await database.write { session in try WriterStorm.write(in: session, seed: seed) }
            } catch is ChangedItsMind {
                continue
            }
        }
    }

    private static func write(in session: borrowing Session, seed: UInt64) throws {
        var random = SeededGenerator(seed)
        // Half of them have their number long before they write.
        if Bool.random(using: &random) { _ = try session.query("SELECT pg_current_xact_id()") }
        try hold(session, using: &random)
        let count = Int.random(in: 1...3, using: &random)
        // In one order, so that writers do not lock each other out.
        let reports = try session.query("SELECT id FROM report ORDER BY id").map {
            try $0.decode(UUIDBytes.self, at: 0)
        }
        let chosen = Set((0..<count).map { _ in Int.random(in: 0..<reports.count, using: &random) })
        for index in chosen.sorted() {
            let version = try session.query(
                "SELECT version FROM report WHERE id = \(reports[index]) FOR NO KEY UPDATE"
            ).one { try $0.decode(Int32.self, at: 0) }
            try hold(session, using: &random)
            try session.execute("UPDATE report SET version = \(version + 1) WHERE id = \(reports[index])")
            try session.execute(
                """
                INSERT INTO report_event (report_id, version, what, status, at)
                VALUES (\(reports[index]), \(version + 1), 'comment', 'received', now())
                """
            )
            try hold(session, using: &random)
        }
        if Int.random(in: 0..<10, using: &random) == 0 { throw ChangedItsMind() }
    }

    private static func hold(_ session: borrowing Session, using random: inout SeededGenerator) throws {
        let seconds = Double.random(in: 0...0.02, using: &random)
        _ = try session.query("SELECT 1 FROM pg_sleep(\(seconds))")
    }
}
