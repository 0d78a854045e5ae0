import PostgreSQL
package import Reports

extension Ledger {
    /// Who sent a report, where they said so: personal data, so whoever asks says first, elsewhere, that they look.
    package func contact(of report: ReportIdentifier) async throws -> Contact? {
        try await database.read { session in
            try session.query(
                """
                SELECT first_name, last_name, email, phone, by_email, by_sms FROM report_contact
                WHERE report_id = \(report.uuid)
                """
            ).first { row in
                Contact(
                    firstName: try row.decode(at: 0),
                    lastName: try row.decode(at: 1),
                    email: try row.decode(at: 2),
                    phone: try row.decode(at: 3),
                    consents: Consents(email: try row.decode(at: 4), sms: try row.decode(at: 5))
                )
            }
        }
    }

    /// Whether its sender left any contact data, which tells nobody what they are.
    package func hasContact(_ report: ReportIdentifier) async throws -> Bool {
        try await database.read { session in
            try session.query("SELECT EXISTS (SELECT FROM report_contact WHERE report_id = \(report.uuid))")
                .one {
                    try $0.decode(Bool.self, at: 0)
                }
        }
    }
}
