import Ledger
import PostgreSQL
import Reports

/// What one cell is about.
struct RightsScene {
    let cell: RightsCell
    /// A word that no other cell has.
    let word: String
    var cookie: String?
    var number: ReportNumber?
    /// The account that belongs to this cell alone.
    var own: Int?
    /// The account to which something is done.
    var other: Int?
    var values: [String: String] = [:]

    init(cell: RightsCell, word: String, cookie: String?) {
        (self.cell, self.word, self.cookie) = (cell, word, cookie)
        values = ["word": word, "original": RightsStage.original, "session": "1"]
    }

    /// A text with the names in braces filled in.
    func filled(_ text: String) -> String {
        values.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}

/// What there is before a cell, and after it.
struct RightsTrace: Equatable {
    /// What changes if the cell's thing happens.
    let mark: String
    /// Everything near it.
    let whole: [String]

    /// Reads what there is of all that a cell could do.
    init(of scene: RightsScene, in session: borrowing Session) throws {
        let (number, word) = (scene.number?.description ?? "", scene.word)
        let events = try RightsTrace.text(
            """
            SELECT coalesce(string_agg(e.what, ' ' ORDER BY e.version), '') FROM report_event e
                JOIN report r ON r.id = e.report_id WHERE r.number = \(number)
            """,
            session
        )
        let looks = try RightsTrace.text(
            """
            SELECT count(*)::text FROM staff_event e JOIN report r ON r.id = e.report_id
            WHERE r.number = \(number) AND e.what = 'contact_seen'
            """,
            session
        )
        let report = try RightsTrace.text(
            """
            SELECT concat((SELECT concat(r.version, r.status, r.unit, r.hidden, r.assignee, r.asked_units)
                FROM report r WHERE r.number = \(number)))
            """,
            session
        )
        let imported = try RightsTrace.text(
            "SELECT count(*)::text FROM report WHERE description = \(word)",
            session
        )
        let views = try RightsTrace.text(
            "SELECT count(*)::text FROM staff_filter WHERE name = \(word)",
            session
        )
        let newcomers = try RightsTrace.text(
            "SELECT count(*)::text FROM staff_account WHERE login = \(word)",
            session
        )
        let calls = try RightsTrace.text(
            "SELECT count(*)::text FROM call_record WHERE seconds::text = \(scene.values["serial"] ?? "")",
            session
        )
        let templates = try RightsTrace.text(
            "SELECT concat((SELECT max(version) FROM answer_template WHERE name = \(word)))",
            session
        )
        let ruleNotes = try RightsTrace.text(
            "SELECT concat((SELECT string_agg(concat('note', settled_by), ' ') FROM rule_note WHERE text = \(word)))",
            session
        )
        let editing = try RightsTrace.text(
            """
            SELECT count(*)::text FROM case_editing e JOIN report r ON r.id = e.report_id WHERE r.number = \(number)
            """,
            session
        )
        let originals = try RightsTrace.text(
            """
            SELECT count(*)::text FROM staff_event e JOIN report r ON r.id = e.report_id
            WHERE r.number = \(number) AND e.what = 'original_seen'
            """,
            session
        )
        let own = try RightsTrace.account(scene.own, session)
        let other = try RightsTrace.account(scene.other, session)
        whole = [
            events, looks, report, imported, views, newcomers, calls, templates, ruleNotes, editing,
            originals, own, other,
        ]
        let kind = scene.cell.row.happens
        mark =
            switch kind {
            case "look": looks
            case "imported": imported
            case "view": views
            case "call": calls
            case "template": templates
            case "rule note": ruleNotes
            case "editing": editing
            case "original": originals
            case "newcomer": newcomers
            case "own": own
            case "other": other
            default: String(events.split(separator: " ").count { $0 == kind })
            }
    }

    /// What an account is, with its sessions and what was done to it.
    private static func account(_ id: Int?, _ session: borrowing Session) throws -> String {
        try text(
            """
            SELECT concat((SELECT concat(a.name, a.role, a.password_hash, a.totp_secret, a.disabled_at) FROM staff_account a
                    WHERE a.id = \(id)), ' ',
                (SELECT string_agg(concat(s.id, s.ended_at), ' ' ORDER BY s.id) FROM staff_session s
                    WHERE s.account = \(id)), ' ',
                (SELECT count(*) FROM staff_event e WHERE e.subject = \(id)))
            """,
            session
        )
    }

    private static func text(_ sql: SQL, _ session: borrowing Session) throws -> String {
        try session.query(sql).one { try $0.decode(String.self, at: 0) }
    }
}
