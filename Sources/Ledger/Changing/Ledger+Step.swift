package import Formats
import PostgreSQL
package import Reports
package import Territory

/// A unit may act on its own reports only.
package struct NotTheUnits: Error, Sendable {}

/// The report that another one is said to repeat is not there, or is the same one.
package struct NoSuchOriginal: Error, Sendable {
    /// Says just that.
    package init() {}
}

/// A step that somebody wants to take with a report.
package struct StepRequest: Sendable {
    package let to: ReportStatus
    /// A code of `ClosingReason`, where the step demands one.
    package let reason: String?
    /// What is said with it.
    package let note: Note?
    /// The report that this one repeats.
    package let duplicateOf: ReportNumber?

    package init(
        to status: ReportStatus,
        reason: String? = nil,
        note: Note? = nil,
        duplicateOf: ReportNumber? = nil
    ) {
        to = status
        self.reason = reason
        self.note = note
        self.duplicateOf = duplicateOf
    }
}

extension Ledger {
    /// Takes a step of the table with a report; its deadlines follow by the city's calendar.
    ///
    /// - Throws: `NoSuchReport`, `NotTheUnits`, `NoSuchOriginal`, `StepRefused` and `StaleVersion`.
    package func step(
        _ number: ReportNumber,
        _ request: StepRequest,
        by actor: Actor,
        in city: City,
        seen version: Int? = nil,
        at moment: Timestamp = .now
    ) async throws -> Report {
        try await change(number, at: moment) { report, session in
            try report.mustStand(as: version)
            return try Ledger.stepped(report, by: request, actor: actor, in: city, at: moment, session)
        }
    }

    /// What a step does to a report, whose members are told if it closes or reopens their leader.
    static func stepped(
        _ report: Report,
        by request: StepRequest,
        actor: Actor,
        in city: City,
        at moment: Timestamp,
        _ session: borrowing Session
    ) throws -> ReportChange {
        let change = try change(of: report, by: request, actor: actor, in: city, at: moment, session)
        if report.group.members > 0, request.to.isOpen != report.status.isOpen {
            try tellMembers(of: report, becoming: request.to, by: actor, at: moment, in: session)
        }
        return change
    }

    /// What a step does to a report, if it may be taken.
    static func change(
        of report: Report,
        by request: StepRequest,
        actor: Actor,
        in city: City,
        at moment: Timestamp,
        _ session: borrowing Session
    ) throws -> ReportChange {
        try actor.mayHandle(report)
        let step = try HandlingTable.standard.step(
            for: report.kind,
            from: report.status,
            to: request.to,
            by: actor.role,
            reason: request.reason,
            closed: report.closed,
            now: moment
        )
        var change = change(by: step, request, actor, in: city, at: moment)
        change.details = try request.duplicateOf.map {
            try Ledger.details(ofRepeating: $0, report: report, in: session)
        }
        return change
    }

    /// What a step does that may be taken.
    static func change(
        by step: HandlingStep,
        _ request: StepRequest,
        _ actor: Actor,
        in city: City,
        at moment: Timestamp
    ) -> ReportChange {
        var change = ReportChange(.status, by: actor) { report in
            report.take(step, by: actor, in: city, at: moment)
            report.reason = request.reason
        }
        change.reason = request.reason
        change.note = request.note
        return change
    }

    private static func details(
        ofRepeating original: ReportNumber,
        report: Report,
        in session: borrowing Session
    ) throws -> [UInt8] {
        let isThere = try session.query(
            "SELECT EXISTS (SELECT FROM report WHERE number = \(original.description))"
        ).one { try $0.decode(Bool.self, at: 0) }
        guard isThere, original != report.number else { throw NoSuchOriginal() }
        var json = JSONWriter()
        json.beginObject()
        json.key("duplicate_of")
        json.string(original.description)
        json.endObject()
        return json.bytes
    }
}

extension Actor {
    /// Throws if a unit's hand reaches for another's report.
    func mayHandle(_ report: Report) throws(NotTheUnits) {
        guard role != .unit || name == report.placement.unit else { throw NotTheUnits() }
    }
}

extension Report {
    /// Becomes what a step makes of it.
    fileprivate mutating func take(
        _ step: HandlingStep,
        by actor: Actor,
        in city: City,
        at moment: Timestamp
    ) {
        status = step.to
        switch step.clock {
        case .keeps: break
        case .stops: due.waitingSince = moment
        case .resumes, .ends: due = city.extended(due, until: moment)
        case .restarts:
            due = city.due(of: category, from: moment)
            if step.to.clock == .stopped { due.waitingSince = moment }
        }
        if due.firstActed == nil, actor.role == .unit || actor.role == .centre || actor.role == .importer {
            due.firstActed = moment
        }
        var closings = Closings(closed: closed, spells: closedSpells)
        closings.reach(step.to, at: moment)
        (closed, closedSpells) = (closings.closed, closings.spells)
    }
}
