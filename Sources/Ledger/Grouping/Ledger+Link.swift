package import Formats
import PostgreSQL
package import Reports

/// Why two reports cannot be linked.
package enum LinkRefused: Error, Sendable, Equatable {
    /// There is no such report to link to.
    case noSuchLeader
    /// A report cannot be linked to itself, nor to one that it leads.
    case sameGroup
    /// It is linked to another report: that link has to be undone first.
    case linkedAlready(ReportNumber)
    /// It is linked to nothing, and nothing is suggested.
    case notLinked
    /// The group would have more members than can be shown.
    case tooManyMembers
}

extension Ledger {
    /// The most members that a group may have.
    package static let mostMembers = 20_000

    /// Links a report, with whatever it leads, to the group of another; `unlink` undoes it exactly.
    ///
    /// - Throws: `NoSuchReport`, `NotTheUnits`, `LinkRefused`.
    package func link(
        _ number: ReportNumber,
        to leader: ReportNumber,
        by actor: Actor,
        at moment: Timestamp = .now
    ) async throws -> Report {
        let changed = try await database.write { session in
            try GroupRows.lockLinks(in: session)
            guard let named = try GroupRows.identifier(of: leader, in: session) else {
                throw LinkRefused.noSuchLeader
            }
            let (report, leader) = try GroupRows.lockedPair(number, leaderOf: named, in: session)
            try actor.mayHandle(report)
            guard report.id != leader.id else { throw LinkRefused.sameGroup }
            if let other = report.group.leader { throw LinkRefused.linkedAlready(other) }
            guard leader.group.members + report.group.members < Ledger.mostMembers else {
                throw LinkRefused.tooManyMembers
            }
            return try Ledger.join(report, to: leader, by: actor, at: moment, in: session)
        }
        published(changed.map { ReportMark($0) })
        return changed[0]
    }

    /// Undoes a link, or says that a suggestion is wrong; what the report leads stays with it.
    ///
    /// - Throws: `NoSuchReport`, `NotTheUnits`, `LinkRefused.notLinked`.
    package func unlink(
        _ number: ReportNumber,
        by actor: Actor,
        at moment: Timestamp = .now
    ) async throws -> Report {
        let changed = try await database.write { session in
            try GroupRows.lockLinks(in: session)
            guard let asked = try GroupRows.identifier(of: number, in: session) else { throw NoSuchReport() }
            let ancestors = try GroupRows.lockedAncestors(of: ReportIdentifier(asked), in: session)
            guard let report = try Ledger.locked(number, in: session) else { throw NoSuchReport() }
            try actor.mayHandle(report)
            if let leader = report.group.leader {
                return try Ledger.leave(report, leader, ancestors, by: actor, at: moment, in: session)
            }
            guard let suggestion = report.group.suggestion else { throw LinkRefused.notLinked }
            return [try Ledger.dismiss(suggestion, of: report, by: actor, at: moment, in: session)]
        }
        published(changed.map { ReportMark($0) })
        return changed[0]
    }

    private static func join(
        _ report: Report,
        to leader: Report,
        by actor: Actor,
        at moment: Timestamp,
        in session: borrowing Session
    ) throws -> [Report] {
        var linked = ReportChange(.linked, by: actor) { $0.group.leader = leader.number }
        linked.details = GroupDetails.leader(leader.number)
        try session.execute(
            "UPDATE report SET leader_id = \(leader.id.uuid) WHERE id = \(report.id.uuid)"
        )
        var joined = ReportChange(.joined, by: actor) { leader in
            leader.group.members += report.groupSize
            leader.group.memberSupporters += report.groupVoices
        }
        joined.details = GroupDetails.member(report.number)
        return [
            try write(linked, to: report, at: moment, in: session),
            try write(joined, to: leader, at: moment, in: session),
        ]
    }

    private static func leave(
        _ report: Report,
        _ leader: ReportNumber,
        _ ancestors: [Report],
        by actor: Actor,
        at moment: Timestamp,
        in session: borrowing Session
    ) throws -> [Report] {
        var unlinked = ReportChange(.unlinked, by: actor) { $0.group.leader = nil }
        unlinked.details = GroupDetails.leader(leader)
        try session.execute("UPDATE report SET leader_id = NULL WHERE id = \(report.id.uuid)")
        var changed = [try write(unlinked, to: report, at: moment, in: session)]
        for ancestor in ancestors {
            var left = ReportChange(.left, by: actor) { ancestor in
                ancestor.group.members -= report.groupSize
                ancestor.group.memberSupporters -= report.groupVoices
            }
            left.details = GroupDetails.member(report.number)
            changed.append(try write(left, to: ancestor, at: moment, in: session))
        }
        return changed
    }

    private static func dismiss(
        _ suggestion: Match,
        of report: Report,
        by actor: Actor,
        at moment: Timestamp,
        in session: borrowing Session
    ) throws -> Report {
        var unlinked = ReportChange(.unlinked, by: actor) { $0.group.suggestion = nil }
        unlinked.isPublic = false
        unlinked.details = GroupDetails.leader(suggestion.number, likeness: suggestion.likeness)
        try session.execute(
            "UPDATE report SET suggested_id = NULL, suggested_likeness = NULL WHERE id = \(report.id.uuid)"
        )
        return try write(unlinked, to: report, at: moment, in: session)
    }
}

extension Report {
    /// How many reports come and go with it: itself, and what it leads.
    fileprivate var groupSize: Int { 1 + group.members }
    /// How many people do: its sender, who said 'me too', and those of what it leads.
    fileprivate var groupVoices: Int { 1 + supporters + group.memberSupporters }
}
