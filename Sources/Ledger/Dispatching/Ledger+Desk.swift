package import Formats
import PostgreSQL
package import Reports
package import Territory

extension Ledger {
    /// The most reports that something is done to at once.
    package static let mostAtOnce = 500

    /// Does something to some reports, to each by the rules of its own; what some refuse is done to the others.
    ///
    /// `staff` may take it back with `undo` for a while, under the name in the outcome.
    package func act(
        _ action: DeskAction,
        on numbers: [ReportNumber],
        by actor: Actor,
        staff: Int,
        in city: City,
        at moment: Timestamp = .now
    ) async throws -> DeskOutcome {
        var random = SystemRandomNumberGenerator()
        let name = ReportIdentifier(at: moment, using: &random)
        var outcome = DeskOutcome()
        try await database.write { session in
            _ = try session.execute(
                """
                INSERT INTO desk_change (id, staff, at) VALUES (\(name.uuid), \(Int32(clamping: staff)), \(moment))
                """
            )
        }
        for number in numbers.prefix(Ledger.mostAtOnce) {
            do {
                let report = try await changes(number, at: moment) { report, session in
                    try DeskMemory.keep(report, in: name, session)
                    let changed = try Ledger.done(
                        action,
                        to: report,
                        by: actor,
                        in: city,
                        at: moment,
                        session
                    )
                    try DeskMemory.close(report, at: changed.version, in: name, session)
                    return changed
                }
                outcome.done.append(report.number)
            } catch  where error.isRefusal {
                outcome.refused.append((number, error))
            }
        }
        outcome.change = outcome.done.isEmpty ? nil : name
        return outcome
    }

    private static func done(
        _ action: DeskAction,
        to report: Report,
        by actor: Actor,
        in city: City,
        at moment: Timestamp,
        _ session: borrowing Session
    ) throws -> Report {
        switch action {
        case .step(let request):
            let change = try stepped(report, by: request, actor: actor, in: city, at: moment, session)
            return try write(change, to: report, at: moment, in: session)
        case .assign(let holder, let unit):
            guard unit == nil || unit == report.placement.unit else { throw HolderElsewhere() }
            guard let change = try assigned(report, to: holder, by: actor) else { return report }
            return try write(change, to: report, at: moment, in: session)
        case .handOver(let unit, let note):
            return try handed(report, to: unit, note: note, by: actor, in: city, at: moment, session)
        case .cover(let cover):
            return try covered(report, by: cover, actor: actor, at: moment, session)
        }
    }
}

extension Error {
    /// Whether it tells of one report alone, so that the others go on.
    fileprivate var isRefusal: Bool {
        self is NoSuchReport || self is NotTheUnits || self is StepRefused || self is SameUnit
            || self is NoSuchOriginal || self is HolderElsewhere
    }
}
