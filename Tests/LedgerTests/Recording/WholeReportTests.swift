import Formats
import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

struct WholeReportTests {
    @Test(.timeLimit(.minutes(1)))
    func `everything that a sender says is kept and read back`() async throws {
        try await withLedger("whole_report") { ledger, database, _ in
            let other = try await ledger.take(.pothole())
            var new = try NewReport.pothole()
            new.words = ReportWords(
                description: "Tel. 600 000 000",
                publicDescription: "Tel. [tel.]",
                address: "ul. Długa 12",
                publicAddress: "ul. Długa 12"
            )
            new.channel = .phone
            new.answers = ["size": ["large"], "lanes": ["1", "2"]]
            new.precision = 12.5
            new.due = DueDates(
                firstAction: new.created.advanced(bySeconds: 86_400),
                closure: new.created.advanced(bySeconds: 864_000)
            )
            new.sameAs = other.id
            new.differentFrom = [other.id]
            new.contact = Contact(
                firstName: "Anna",
                email: "anna@example.org",
                phone: "+48 600 000 000",
                consents: Consents(email: true)
            )
            let report = try await ledger.take(new)
            let kept = try await ledger.report(report.number)
            #expect(kept == report)
            #expect(kept?.words == new.words && kept?.answers == new.answers && kept?.due == new.due)

            let contact = try await database.read { session in
                try session.query(
                    "SELECT first_name, last_name, email, phone, by_email, by_sms FROM report_contact WHERE report_id = \(UUIDBytes(high: report.id.high, low: report.id.low))"
                ).map { row in
                    Contact(
                        firstName: try row.decode(at: 0),
                        lastName: try row.decode(at: 1),
                        email: try row.decode(at: 2),
                        phone: try row.decode(at: 3),
                        consents: Consents(email: try row.decode(at: 4), sms: try row.decode(at: 5))
                    )
                }
            }
            #expect(contact == [try #require(new.contact)])
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a report from another system has its status, two events, and comes once`() async throws {
        try await withLedger("imported_report") { ledger, database, _ in
            var new = try NewReport.pothole()
            new.status = .resolved
            new.origin = ExternalOrigin(source: "old-system", id: "A-17")
            let report = try await ledger.take(new)
            #expect(report.status == .resolved && report.closed == report.created && report.version == 2)
            let kept = try await ledger.report(report.number)
            #expect(kept == report)
            let events = try await database.read { session in
                try session.query(
                    "SELECT version, what, from_status, status, actor, actor_name FROM report_event ORDER BY version"
                ).map { row in
                    [
                        "\(try row.decode(Int32.self, at: 0))", try row.decode(String.self, at: 1),
                        try row.decode(String?.self, at: 2) ?? "-", try row.decode(String.self, at: 3),
                        try row.decode(String.self, at: 4), try row.decode(String?.self, at: 5) ?? "-",
                    ].joined(separator: " ")
                }
            }
            #expect(
                events == [
                    "1 received - received importer old-system",
                    "2 status received resolved importer old-system",
                ]
            )
            await #expect(throws: AlreadyImported.self) { try await ledger.record(new) }
            new.origin = ExternalOrigin(source: "another-system", id: "A-17")
            let namesake = try await ledger.take(new)
            #expect(namesake.number != report.number)
        }
    }
}
