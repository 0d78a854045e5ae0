import Formats
import PostgreSQL
import Reports

/// How reports stood before something was done to them that can be taken back.
enum DeskMemory {
    /// Remembers a report as it stands.
    static func keep(_ report: Report, in change: ReportIdentifier, _ session: borrowing Session) throws {
        try session.execute(
            """
            INSERT INTO desk_change_report (change_id, report_id, version, before)
            SELECT \(change.uuid), id, version, jsonb_build_object(
                'status', status, 'reason', reason, 'unit', unit, 'assignee', assignee, 'asked_units', asked_units,
                'first_action_due', first_action_due, 'closure_due', closure_due, 'first_action_at', first_action_at,
                'waiting_since', waiting_since, 'closed_at', closed_at, 'closed_spells', closed_spells,
                'photos', (SELECT coalesce(jsonb_agg(jsonb_build_object('position', position, 'photo', encode(photo, 'hex'),
                    'original', encode(original, 'hex'), 'cover', cover)), '[]') FROM report_photo
                    WHERE report_id = report.id))
            FROM report WHERE id = \(report.id.uuid)
            """
        )
    }

    /// Notes what a report was raised to; one to which nothing was done is forgotten.
    static func close(
        _ report: Report,
        at version: Int,
        in change: ReportIdentifier,
        _ session: borrowing Session
    ) throws {
        if version == report.version {
            try session.execute(
                "DELETE FROM desk_change_report WHERE change_id = \(change.uuid) AND report_id = \(report.id.uuid)"
            )
        } else {
            try session.execute(
                """
                UPDATE desk_change_report SET version = \(Int32(clamping: version))
                WHERE change_id = \(change.uuid) AND report_id = \(report.id.uuid)
                """
            )
        }
    }

    /// A report as it stood before, and the version that it must still have.
    static func recall(
        _ report: Report,
        from change: ReportIdentifier,
        _ session: borrowing Session
    ) throws -> (report: Report, version: Int)? {
        try session.query(
            """
            SELECT c.version, b.status, b.reason, b.unit, b.assignee, b.asked_units, b.first_action_due, b.closure_due,
                b.first_action_at, b.waiting_since, b.closed_at, b.closed_spells
            FROM desk_change_report c, jsonb_to_record(c.before) AS b (
                status text, reason text, unit text, assignee integer, asked_units text[], first_action_due timestamptz,
                closure_due timestamptz, first_action_at timestamptz, waiting_since timestamptz, closed_at timestamptz,
                closed_spells timestamptz[])
            WHERE c.change_id = \(change.uuid) AND c.report_id = \(report.id.uuid)
            """
        ).first { row in
            var before = report
            before.status = try row.decode(at: 1)
            before.reason = try row.decode(at: 2)
            before.placement = report.placement.given(to: try row.decode(at: 3))
            before.assignee = try row.decode(Int32?.self, at: 4).map { Int($0) }
            before.askedUnits = try row.decode([String]?.self, at: 5) ?? []
            before.due = DueDates(
                firstAction: try row.decode(at: 6),
                closure: try row.decode(at: 7),
                firstActed: try row.decode(at: 8),
                waitingSince: try row.decode(at: 9)
            )
            before.closed = try row.decode(at: 10)
            before.closedSpells = try row.closedSpells(at: 11)
            return (before, Int(try row.decode(Int32.self, at: 0)))
        }
    }

    /// Shows of a report's photos what was shown before; those that are shown so already stay untouched.
    static func showPhotos(
        of report: Report,
        asBefore change: ReportIdentifier,
        _ session: borrowing Session
    ) throws {
        let before: SQL = """
            desk_change_report c, jsonb_to_recordset(c.before -> 'photos')
                AS b (position smallint, photo text, original text, cover jsonb)
            """
        // The rows are held first, so that no sweeper takes a copy that is about to be shown again.
        try session.execute(
            """
            UPDATE photo SET attached = true FROM \(before)
            WHERE c.change_id = \(change.uuid) AND c.report_id = \(report.id.uuid)
                AND hash = decode(b.photo, 'hex') AND NOT attached
            """
        )
        try session.execute(
            """
            UPDATE report_photo rp SET photo = decode(b.photo, 'hex'), original = decode(b.original, 'hex'),
                cover = nullif(b.cover, 'null')
            FROM \(before)
            WHERE c.change_id = \(change.uuid) AND c.report_id = \(report.id.uuid) AND rp.report_id = c.report_id
                AND rp.position = b.position AND rp.photo <> decode(b.photo, 'hex')
            """
        )
    }

    /// Whether everybody was told of what raised a report to a version.
    static func wasPublic(_ version: Int, of report: Report, _ session: borrowing Session) throws -> Bool {
        try session.query(
            """
            SELECT is_public FROM report_event
            WHERE report_id = \(report.id.uuid) AND version = \(Int32(clamping: version))
            """
        ).one { try $0.decode(Bool.self, at: 0) }
    }
}
