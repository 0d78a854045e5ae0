package import Formats
package import PostgreSQL
package import Reports

/// Who signed in or was refused, who changed an account, who looked at contact data; read by pages.
package struct StaffAudit: Sendable {
    /// What a page of the audit is to hold.
    package struct Filter: Sendable, Equatable {
        /// Only what an account did or what was done to it.
        package var login: StaffLogin?
        /// Only what happened so.
        package var what: StaffEventKind?
        /// From this moment on.
        package var from: Timestamp?
        /// Before this moment.
        package var until: Timestamp?

        /// Everything.
        package init() {}
    }

    /// A page of the audit, the newest first.
    package struct Page: Sendable {
        package let events: [StaffEvent]
        /// After which event the next page begins; nil if there is none.
        package let next: Int64?

        /// A page without events.
        package static let empty = Page(events: [], next: nil)
    }

    private let database: Database

    /// The audit of a migrated database.
    package init(_ database: Database) {
        self.database = database
    }

    /// Records that somebody looked at the contact data of a report: before they are shown.
    package func recordLook(at report: ReportIdentifier, by actor: StaffActor, at now: Timestamp = .now)
        async throws
    {
        try await database.write { transaction in
            try transaction.record(
                NewStaffEvent(what: .contactSeen, actor: actor, report: report),
                at: now
            )
        }
    }

    /// Records that somebody looked at one of a report's photos as it was sent: before it is shown.
    package func recordLook(
        atOriginal photo: Int,
        of report: ReportIdentifier,
        by actor: StaffActor,
        at now: Timestamp = .now
    ) async throws {
        try await database.write { transaction in
            try transaction.record(
                NewStaffEvent(
                    what: .originalSeen,
                    actor: actor,
                    report: report,
                    details: [("photo", String(photo))]
                ),
                at: now
            )
        }
    }

    /// Some of the events that meet a filter, the newest first, from below an event on.
    package func page(_ filter: Filter = Filter(), before id: Int64? = nil, limit: Int = 50) async throws
        -> Page
    {
        let statement = StaffAudit.statement(filter, before: id, limit: limit + 1)
        let events = try await database.read { session in
            try session.query(statement).map { try StaffEvent(row: $0) }
        }
        let page = Array(events.prefix(limit))
        return Page(events: page, next: events.count > limit ? page.last?.id : nil)
    }

    private static func statement(_ filter: Filter, before id: Int64?, limit: Int) -> SQL {
        var statement: SQL = """
            SELECT e.id, e.at, a.login, e.what, s.login, r.number, e.origin, e.details
            FROM staff_event e
            LEFT JOIN staff_account a ON a.id = e.account
            LEFT JOIN staff_account s ON s.id = e.subject
            LEFT JOIN report r ON r.id = e.report_id
            WHERE true
            """
        if let id { statement.append(" AND e.id < \(id)") }
        if let login = filter.login {
            statement.append(" AND (a.login = \(login.text) OR s.login = \(login.text))")
        }
        if let what = filter.what { statement.append(" AND e.what = \(what.rawValue)") }
        if let from = filter.from { statement.append(" AND e.at >= \(from)") }
        if let until = filter.until { statement.append(" AND e.at < \(until)") }
        statement.append(" ORDER BY e.id DESC LIMIT \(Int64(limit))")
        return statement
    }
}

extension Session {
    /// Writes an event in the transaction of what it tells.
    func record(_ event: NewStaffEvent, at now: Timestamp) throws {
        try execute(
            """
            INSERT INTO staff_event (at, account, what, subject, report_id, origin, details)
            VALUES (\(now), \(event.actor.account), \(event.what.rawValue), \(event.subject),
                \(event.report?.uuid), \(event.actor.origin), \(JSONText(details: event.details)))
            """
        )
    }
}

extension StaffEvent {
    fileprivate init(row: borrowing Row) throws {
        id = try row.decode(at: 0)
        at = try row.decode(at: 1)
        account = try row.decode(String?.self, at: 2).flatMap { StaffLogin($0) }
        guard let what = StaffEventKind(rawValue: try row.decode(String.self, at: 3)) else {
            throw BrokenRow(table: "staff_event", column: "what")
        }
        self.what = what
        subject = try row.decode(String?.self, at: 4).flatMap { StaffLogin($0) }
        report = try row.decode(at: 5)
        origin = try row.decode(at: 6)
        details = try row.decode(JSONText?.self, at: 7)?.details ?? []
    }
}

extension JSONText {
    /// Details as the column keeps them; nil if there are none.
    fileprivate init?(details: [(name: String, value: String)]) {
        guard !details.isEmpty else { return nil }
        var json = JSONWriter()
        json.beginObject()
        for detail in details {
            json.key(detail.name)
            json.string(detail.value)
        }
        json.endObject()
        self.init(utf8: json.bytes)
    }

    fileprivate var details: [(name: String, value: String)] {
        let members = (try? JSON.parse(utf8))?.objectValue?.members ?? []
        return members.compactMap { member in member.value.stringValue.map { (member.name, $0) } }
    }
}
