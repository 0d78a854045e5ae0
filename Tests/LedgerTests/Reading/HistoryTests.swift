import Formats
import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

struct HistoryTests {
    /// A report with a public answer of its unit, an internal note, a step of the centre and one of an importer.
    private static func told(_ ledger: Ledger, _ database: Database) async throws -> Report {
        let report = try await ledger.take(.pothole())
        let events: [(Int32, String, String, String?, Bool)] = [
            (2, "note", "unit", "ZDMK", true), (3, "note", "centre", "Centrum", false),
            (4, "status", "importer", "klucz", true),
        ]
        try await database.write { session in
            let id = try session.query("SELECT id FROM report").one { try $0.decode(UUIDBytes.self, at: 0) }
            for (version, what, role, name, isPublic) in events {
                try session.execute(
                    """
                    INSERT INTO report_event (report_id, version, what, from_status, status, at, actor, actor_name, is_public)
                    VALUES (\(id), \(version), \(what), 'received', 'received', now(), \(role), \(name), \(isPublic))
                    """
                )
                guard what == "note" else { continue }
                try session.execute(
                    """
                    INSERT INTO report_note (report_id, version, text, public_text)
                    VALUES (\(id), \(version), 'Tel. 123', \(isPublic ? "Tel. …" : nil))
                    """
                )
            }
        }
        return report
    }

    @Test(.timeLimit(.minutes(1)))
    func `everybody reads what is public, masked, and no name but a unit's`() async throws {
        try await withLedger("history_public") { ledger, database, _ in
            let report = try await Self.told(ledger, database)
            for reader in [HistoryReader.audience(.everyone(withheld: [])), .reporter] {
                let history = try await ledger.history(of: report.number, for: reader)
                #expect(history.map(\.version) == [1, 2, 4])
                #expect(history.map(\.what) == [.received, .note, .status])
                #expect(history.map(\.actor.name) == [nil, "ZDMK", nil])
                #expect(history.map(\.text) == [nil, "Tel. …", nil])
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `staff read everything, as it was written`() async throws {
        try await withLedger("history_staff") { ledger, database, _ in
            let report = try await Self.told(ledger, database)
            let history = try await ledger.history(of: report.number, for: .audience(.staff(unit: nil)))
            #expect(history.map(\.version) == [1, 2, 3, 4])
            #expect(history.map(\.actor.name) == [nil, "ZDMK", "Centrum", "klucz"])
            #expect(history.map(\.text) == [nil, "Tel. 123", "Tel. 123", nil])
            #expect(history.map(\.isPublic) == [true, true, false, true])
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `the history of what an audience may not know of is empty`() async throws {
        try await withLedger("history_hidden") { ledger, database, _ in
            let report = try await Self.told(ledger, database)
            try await database.write { session in _ = try session.execute("UPDATE report SET hidden = true") }
            let everyone = try await ledger.history(
                of: report.number,
                for: .audience(.everyone(withheld: []))
            )
            let others = try await ledger.history(of: report.number, for: .audience(.staff(unit: "MPO")))
            let reporter = try await ledger.history(of: report.number, for: .reporter)
            #expect(everyone.isEmpty && others.isEmpty && reporter.count == 3)
        }
    }
}
