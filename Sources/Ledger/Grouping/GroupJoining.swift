import Duplicates
import Formats
import Geography
import PostgreSQL
import Reports

/// The group that a new report joins because its sender says that it is the same matter.
struct GroupJoining {
    private let leader: Report
    private let isConfirmed: Bool
    private let isSeen: Bool
    private let moment: Timestamp

    /// Farther away than this the sender may have mistyped the number, in metres: staff look then.
    static let farthest = 1_000.0

    /// The leader of what the sender names, locked; nil where that is the report's own number, or gone.
    ///
    /// What is closed, hidden or far away takes nobody off the map without a look: it is a suggestion then.
    static func leader(
        of named: UUIDBytes,
        for draft: ReportDraft,
        in session: borrowing Session
    ) throws -> GroupJoining? {
        guard let leader = try GroupRows.lockedLeader(of: named, in: session) else { return nil }
        let distance = leader.placement.coordinate.distance(to: draft.new.placement.coordinate)
        let isSeen =
            !leader.isHidden && leader.status.isPublic(of: leader.kind)
            && draft.new.comparison?.withheld.contains(leader.category) != true
        return GroupJoining(
            leader: leader,
            isConfirmed: leader.status.isOpen && draft.new.status.isOpen && isSeen && distance <= farthest,
            isSeen: isSeen,
            moment: draft.new.created
        )
    }

    /// What the new report is linked to.
    var link: DraftLink {
        isConfirmed
            ? .confirmed(leader: leader.id.uuid, leader.number)
            : .suggested(
                leader: leader.id.uuid,
                Match(number: leader.number, likeness: 1, decision: .same),
                isPublic: isSeen
            )
    }

    /// Counts the new report among the leader's, which answers as it has become; nil where staff will look first.
    func take(_ report: Report, in session: borrowing Session) throws -> Report? {
        guard isConfirmed else { return nil }
        var change = ReportChange(.joined, by: Actor(.reporter)) { leader in
            leader.group.members += 1
            leader.group.memberSupporters += 1
        }
        change.details = GroupDetails.member(report.number)
        return try Ledger.write(change, to: leader, at: moment, in: session)
    }
}
