import Formats
import Geography
import PostgreSQL
import Reports

/// Nobody has such a number.
package struct NoSuchReport: Error, Sendable {}

extension Ledger {
    /// Changes a report under its row's lock, writes the event beside it, and publishes what it has become.
    ///
    /// `decide` sees the report as it stands and says what happens to it; nil where nothing has to be done. It may
    /// write to tables of its own in the same transaction, and may be run again, so it keeps nothing outside itself.
    func change(
        _ number: ReportNumber,
        at moment: Timestamp,
        as request: NamedRequest? = nil,
        _ decide: @escaping @Sendable (Report, borrowing Session) throws -> ReportChange?
    ) async throws -> Report {
        let (report, isNew) = try await database.write { session -> (Report, Bool) in
            guard let report = try Ledger.locked(number, in: session) else { throw NoSuchReport() }
            if let request, try Ledger.isRepeated(request, of: report, at: moment, in: session) {
                return (report, false)
            }
            guard let change = try decide(report, session) else { return (report, false) }
            return (try Ledger.write(change, to: report, at: moment, in: session), true)
        }
        if isNew { published([ReportMark(report)]) }
        return report
    }

    /// The lock is taken before anything is written, so that versions rise in the order of the locks.
    static func locked(_ number: ReportNumber, in session: borrowing Session) throws -> Report? {
        try session.query(
            "SELECT \(Report.columns) FROM report r WHERE r.number = \(number.description) FOR NO KEY UPDATE"
        ).first { try Report(row: $0) }
    }

    /// Whether the request was carried out before; if not, it is remembered as carried out.
    private static func isRepeated(
        _ request: NamedRequest,
        of report: Report,
        at moment: Timestamp,
        in session: borrowing Session
    ) throws -> Bool {
        let claimed = try session.execute(
            """
            INSERT INTO remembered_request (name, content, report_id, answer, at)
            VALUES (\(request.name), \(request.content), \(report.id.uuid), '', \(moment)) ON CONFLICT DO NOTHING
            """
        )
        guard claimed == 0 else { return false }
        let content = try session.query(
            "SELECT content FROM remembered_request WHERE name = \(request.name)"
        ).one { try $0.decode([UInt8].self, at: 0) }
        guard content == request.content else { throw NameTaken() }
        return true
    }

    static func write(
        _ change: ReportChange,
        to old: Report,
        at moment: Timestamp,
        in session: borrowing Session
    ) throws -> Report {
        var report = change.applied(to: old)
        report.version = old.version + 1
        // Clocks of several instances may differ; a history never runs backwards.
        report.updated = max(moment, old.updated)
        try session.execute(
            """
            UPDATE report SET status = \(report.status), reason = \(report.reason), hidden = \(report.isHidden),
                supporters = \(Int32(clamping: report.supporters)), members = \(Int32(clamping: report.group.members)),
                member_supporters = \(Int32(clamping: report.group.memberSupporters)), first_action_due = \(report.due.firstAction),
                closure_due = \(report.due.closure), first_action_at = \(report.due.firstActed),
                waiting_since = \(report.due.waitingSince), closed_at = \(report.closed),
                closed_spells = \(report.closedSpells.moments), assignee = \(report.assignee.map { Int32(clamping: $0) }),
                asked_units = \(report.askedUnits.isEmpty ? nil : report.askedUnits),
                updated_at = \(report.updated), version = \(Int32(clamping: report.version))
            WHERE id = \(report.id.uuid)
            """
        )
        try rewrite(report, where: old, in: session)
        try session.execute(
            """
            INSERT INTO report_event
                (report_id, version, what, from_status, status, at, actor, actor_name, staff, origin, is_public, reason,
                details)
            VALUES (\(report.id.uuid), \(Int32(clamping: report.version)), \(change.what), \(old.status),
                \(report.status), \(report.updated), \(change.actor.role), \(change.actor.name),
                \(change.actor.staff.map { Int32(clamping: $0) }), \(change.actor.door), \(change.isPublic), \(change.reason),
                \(change.details.map { JSONText(utf8: $0) }))
            """
        )
        if let note = change.note {
            try session.execute(
                """
                INSERT INTO report_note (report_id, version, text, public_text)
                VALUES (\(report.id.uuid), \(Int32(clamping: report.version)), \(note.text), \(note.differingText))
                """
            )
        }
        return report
    }

    /// Writes what hardly ever changes, where it did: the place and the words that everybody may read.
    private static func rewrite(
        _ report: Report,
        where old: Report,
        in session: borrowing Session
    ) throws {
        if report.placement != old.placement || report.precision != old.precision {
            let place = report.placement
            try session.execute(
                """
                UPDATE report SET lon = \(place.coordinate.longitude), lat = \(place.coordinate.latitude),
                    east = \(place.metres.x), north = \(place.metres.y), morton = \(MortonKey(place.coordinate).rawValue),
                    district = \(place.district), unit = \(place.unit), precision_m = \(report.precision),
                    city_version = \(place.grounds.map { Int32(clamping: $0.cityVersion) }),
                    rule = \(place.grounds?.rule), placement = \(place.grounds?.jsonb),
                    needs_review = \(place.grounds?.needsReview ?? false)
                WHERE id = \(report.id.uuid)
                """
            )
        }
        if report.words != old.words {
            try session.execute(
                """
                UPDATE report SET public_description = \(report.words.differingDescription),
                    public_address = \(report.words.differingAddress)
                WHERE id = \(report.id.uuid)
                """
            )
        }
    }
}
