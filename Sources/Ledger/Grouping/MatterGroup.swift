package import Formats
import PostgreSQL
package import Reports

/// Reports about one matter, as somebody may know of them.
package struct MatterGroup: Sendable, Equatable {
    package struct Member: Sendable, Equatable {
        package let number: ReportNumber
        package let category: String
        package let status: ReportStatus
        package let created: Timestamp
        /// How like the leader it is, if that is why it is named.
        package let likeness: Double?
    }

    package let leader: ReportNumber
    /// How many reports it leads.
    package let count: Int
    /// How many people stand behind the matter.
    package let supporters: Int
    /// A page of them, in the order of their numbers.
    package let members: [Member]
    /// After which number the next page begins; nil if this is the last.
    package let next: ReportNumber?
    /// Reports that are taken to repeat it, the newest first; at most a page of them.
    package let suggested: [Member]
}

extension Ledger {
    /// The most members that a page shows.
    package static let mostMembersShown = 500

    /// The group of a report, whatever its place in it.
    ///
    /// - Throws: `NoSuchReport`.
    package func group(
        of number: ReportNumber,
        after: ReportNumber?,
        limit: Int,
        for audience: Audience
    ) async throws -> MatterGroup {
        try await database.readSnapshot { session in
            let found = try session.query(
                """
                SELECT \(Report.columns) FROM report r WHERE r.id = (
                    SELECT report_leader(id) FROM report WHERE number = \(number.description))
                """
            ).first { try Report(row: $0) }
            guard let leader = found else { throw NoSuchReport() }
            let page = try Ledger.members(
                of: leader.id,
                after: after,
                limit: limit,
                for: audience,
                in: session
            )
            return MatterGroup(
                leader: leader.number,
                count: leader.group.members,
                supporters: leader.allSupporters,
                members: Array(page.prefix(limit)),
                next: page.count > limit ? page[limit - 1].number : nil,
                suggested: try Ledger.suggested(for: leader.id, limit: limit, for: audience, in: session)
            )
        }
    }

    private static func members(
        of leader: ReportIdentifier,
        after: ReportNumber?,
        limit: Int,
        for audience: Audience,
        in session: borrowing Session
    ) throws -> [MatterGroup.Member] {
        try session.query(
            """
            WITH \(MemberTree.below(leader))
            SELECT r.number, r.category, r.status, r.created_at, NULL::double precision
            FROM tree JOIN report r ON r.id = tree.id
            WHERE \(audience.condition) AND r.number > \(after?.description ?? "")
            ORDER BY r.number LIMIT \(Int64(limit) + 1)
            """
        ).map { try MatterGroup.Member(row: $0) }
    }

    private static func suggested(
        for leader: ReportIdentifier,
        limit: Int,
        for audience: Audience,
        in session: borrowing Session
    ) throws -> [MatterGroup.Member] {
        try session.query(
            """
            SELECT r.number, r.category, r.status, r.created_at, r.suggested_likeness FROM report r
            WHERE r.suggested_id = \(leader.uuid) AND r.leader_id IS NULL AND \(audience.condition)
            ORDER BY r.created_at DESC LIMIT \(Int64(limit))
            """
        ).map { try MatterGroup.Member(row: $0) }
    }
}

/// All that a report leads, directly or through others.
enum MemberTree {
    static func below(_ leader: ReportIdentifier) -> SQL {
        """
        RECURSIVE tree AS (
            SELECT m.id, 1 AS depth FROM report m WHERE m.leader_id = \(leader.uuid)
            UNION ALL
            SELECT m.id, tree.depth + 1 FROM tree JOIN report m ON m.leader_id = tree.id WHERE tree.depth < 64
        )
        """
    }
}

extension MatterGroup.Member {
    fileprivate init(row: borrowing Row) throws {
        guard let number = ReportNumber(parsing: try row.decode(String.self, at: 0)) else {
            throw BrokenRow(table: "report", column: "number")
        }
        self.number = number
        category = try row.decode(at: 1)
        status = try row.decode(at: 2)
        created = try row.decode(at: 3)
        likeness = try row.decode(at: 4)
    }
}
