import Formats
import PostgreSQL
package import Reports

extension Ledger {
    /// How many members of a report's group are open still.
    package func openMembers(of report: Report) async throws -> Int {
        guard report.group.members > 0 else { return 0 }
        return try await database.read { session in
            try session.query(
                """
                WITH \(MemberTree.below(report.id))
                SELECT count(*) FROM tree JOIN report r ON r.id = tree.id WHERE r.closed_at IS NULL
                """
            ).one { Int(try $0.decode(Int64.self, at: 0)) }
        }
    }

    /// Tells all that a report leads that it was closed or reopened: an event of each, for their senders and followers.
    static func tellMembers(
        of leader: Report,
        becoming status: ReportStatus,
        by actor: Actor,
        at moment: Timestamp,
        in session: borrowing Session
    ) throws {
        var json = JSONWriter()
        json.beginObject()
        json.key("leader")
        json.string(leader.number.description)
        json.key("leader_status")
        json.string(status.rawValue)
        json.endObject()
        // Locked in the order of their identifiers, as everybody does who locks more than one.
        try session.execute(
            """
            WITH \(MemberTree.below(leader.id)), locked AS (
                SELECT r.id FROM report r WHERE r.id IN (SELECT id FROM tree) ORDER BY r.id FOR NO KEY UPDATE
            ), told AS (
                UPDATE report SET version = version + 1, updated_at = greatest(updated_at, \(moment))
                WHERE id IN (SELECT id FROM locked) RETURNING id, version, status, updated_at
            )
            INSERT INTO report_event
                (report_id, version, what, from_status, status, at, actor, actor_name, staff, origin, is_public, details)
            SELECT id, version, \(EventKind.led), status, status, updated_at, \(actor.role), \(actor.name),
                \(actor.staff.map { Int32(clamping: $0) }), \(actor.door), true, \(JSONText(utf8: json.bytes))
            FROM told
            """
        )
    }
}
