package import Formats
import PostgreSQL
package import Reports
package import Territory

/// The report is with that unit already.
package struct SameUnit: Error, Sendable {}

extension Ledger {
    /// Gives a report to another unit, which begins with it anew: nobody of the unit has it yet.
    ///
    /// Where the table has such a step for who gives it, it becomes `assigned`; from other statuses it keeps its own.
    ///
    /// - Throws: `NoSuchReport`, `NotTheUnits`, `StaleVersion`, `SameUnit`.
    package func handOver(
        _ number: ReportNumber,
        to unit: String,
        note: Note? = nil,
        by actor: Actor,
        in city: City,
        seen version: Int? = nil,
        at moment: Timestamp = .now
    ) async throws -> Report {
        try await changes(number, at: moment) { report, session in
            try report.mustStand(as: version)
            return try Ledger.handed(report, to: unit, note: note, by: actor, in: city, at: moment, session)
        }
    }

    /// A report that was given to another unit.
    static func handed(
        _ report: Report,
        to unit: String,
        note: Note?,
        by actor: Actor,
        in city: City,
        at moment: Timestamp,
        _ session: borrowing Session
    ) throws -> Report {
        try actor.mayHandle(report)
        guard report.placement.unit != unit else { throw SameUnit() }
        var change = ReportChange(.handed, by: actor) { report in
            report.placement = report.placement.given(to: unit)
            report.assignee = nil
            report.askedUnits.removeAll { $0 == unit }
        }
        change.note = note
        change.details = EventDetails.units(from: report.placement.unit, to: unit)
        let given = try write(change, to: report, at: moment, in: session)
        // The step is taken in the name of who gave it: the report is another's by now.
        guard let step = HandlingTable.standard.step(of: report.kind, from: report.status, to: .assigned),
            step.roles.contains(actor.role)
        else { return given }
        let stepped = Ledger.change(by: step, StepRequest(to: .assigned), actor, in: city, at: moment)
        return try write(stepped, to: given, at: moment, in: session)
    }

    /// Changes a report under its row's lock by several events, written by `body`, and publishes what it has become.
    func changes(
        _ number: ReportNumber,
        at moment: Timestamp,
        _ body: @escaping @Sendable (Report, borrowing Session) throws -> Report
    ) async throws -> Report {
        let (report, isNew) = try await database.write { session -> (Report, Bool) in
            guard let report = try Ledger.locked(number, in: session) else { throw NoSuchReport() }
            let changed = try body(report, session)
            return (changed, changed.version > report.version)
        }
        if isNew { published([ReportMark(report)]) }
        return report
    }
}

extension Placement {
    /// The same place in the care of another unit; the grounds stay those on which the rules chose.
    func given(to unit: String) -> Placement {
        Placement(coordinate: coordinate, metres: metres, district: district, unit: unit, grounds: grounds)
    }
}
