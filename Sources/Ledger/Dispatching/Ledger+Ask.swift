package import Formats
package import Reports

/// Why a unit cannot be asked, or cannot answer.
package enum AskingRefused: Error, Sendable, Equatable {
    /// It is the unit's own.
    case ownReport
    /// It was asked already and has not answered.
    case askedAlready
    /// Nobody asked it.
    case notAsked
    /// So many are asked already.
    case tooMany(most: Int)
}

extension Ledger {
    /// The most units that are asked about one report at a time.
    package static let mostAsked = 8

    /// Asks another unit about a report: until it answers it sees the report, too.
    ///
    /// - Throws: `NoSuchReport`, `NotTheUnits`, `AskingRefused`.
    package func ask(
        _ unit: String,
        about number: ReportNumber,
        _ question: String,
        by actor: Actor,
        at moment: Timestamp = .now
    ) async throws -> Report {
        try await change(number, at: moment) { report, _ in
            try actor.mayHandle(report)
            guard report.placement.unit != unit else { throw AskingRefused.ownReport }
            guard !report.askedUnits.contains(unit) else { throw AskingRefused.askedAlready }
            guard report.askedUnits.count < Ledger.mostAsked else {
                throw AskingRefused.tooMany(most: Ledger.mostAsked)
            }
            var change = ReportChange(.asked, by: actor) { $0.askedUnits.append(unit) }
            change.isPublic = false
            change.note = Note(question, isPublic: false)
            change.details = EventDetails.unit(unit)
            return change
        }
    }

    /// Takes the answer of a unit that was asked; the unit in charge may take a question back in the same way.
    ///
    /// - Throws: `NoSuchReport`, `NotTheUnits`, `AskingRefused.notAsked`.
    package func answer(
        for unit: String,
        about number: ReportNumber,
        _ answer: String,
        by actor: Actor,
        at moment: Timestamp = .now
    ) async throws -> Report {
        try await change(number, at: moment) { report, _ in
            guard report.askedUnits.contains(unit) else { throw AskingRefused.notAsked }
            guard actor.name == unit || actor.role != .unit || actor.name == report.placement.unit else {
                throw NotTheUnits()
            }
            var change = ReportChange(.answered, by: actor) { $0.askedUnits.removeAll { $0 == unit } }
            change.isPublic = false
            change.note = Note(answer, isPublic: false)
            change.details = EventDetails.unit(unit)
            return change
        }
    }
}
