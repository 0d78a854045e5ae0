package import Formats

/// Why a step can't be taken.
package enum StepRefused: Error, Equatable, Sendable {
    /// A kind of report never has this status.
    case unknownStatus(ReportStatus, of: ReportKind)
    /// No step leads from one status to the other; these are possible to who asked.
    case noSuchStep(from: ReportStatus, to: ReportStatus, possible: [ReportStatus])
    /// There is such a step, for others.
    case notAllowed(ActorRole, allowed: [ActorRole])
    /// The reporter comes more than so many days after the closing.
    case tooLate(days: Int)
    /// The step must say why, by one of these.
    case reasonMissing(known: [ClosingReason])
    /// No report of this kind is closed for such a reason; these are known.
    case reasonUnknown(String, known: [ClosingReason])
    /// The step takes no reason.
    case reasonNotTaken
}

extension StepRefused {
    /// A stable word for programs.
    package var code: String {
        switch self {
        case .unknownStatus: "unknown_status"
        case .noSuchStep: "no_such_step"
        case .notAllowed: "not_allowed"
        case .tooLate: "too_late"
        case .reasonMissing: "reason_missing"
        case .reasonUnknown: "reason_unknown"
        case .reasonNotTaken: "reason_not_taken"
        }
    }

    /// What whoever asked is told.
    package var detail: LocalizedText {
        switch self {
        case .unknownStatus(let status, let kind):
            LocalizedText(
                pl: "Zgłoszenie rodzaju '\(kind.rawValue)' nie ma stanu '\(status.rawValue)'.",
                en: "A report of the kind '\(kind.rawValue)' has no status '\(status.rawValue)'."
            )
        case .noSuchStep(let from, let to, let possible):
            possible.isEmpty
                ? LocalizedText(
                    pl: "Ze stanu '\(from.rawValue)' nie ma przejścia do '\(to.rawValue)' ani do innego.",
                    en: "No step leads from '\(from.rawValue)' to '\(to.rawValue)', nor anywhere else."
                )
                : LocalizedText(
                    pl:
                        "Ze stanu '\(from.rawValue)' nie ma przejścia do '\(to.rawValue)'. Możliwe: \(words(possible)).",
                    en:
                        "No step leads from '\(from.rawValue)' to '\(to.rawValue)'. Possible: \(words(possible))."
                )
        case .notAllowed(_, let allowed):
            LocalizedText(
                pl: "Tę zmianę może wprowadzić tylko: \(allowed.map(\.name.pl).joined(separator: ", ")).",
                en: "This step is only for: \(allowed.map(\.name.en).joined(separator: ", "))."
            )
        case .tooLate(let days):
            LocalizedText(
                pl: "Od zamknięcia minęło więcej niż \(days) dni. Prosimy o nowe zgłoszenie.",
                en: "More than \(days) days have passed since it was closed. Please send a new report."
            )
        case .reasonMissing(let known):
            LocalizedText(
                pl: "Trzeba podać powód, jeden z: \(words(known)).",
                en: "A reason is needed, one of: \(words(known))."
            )
        case .reasonUnknown(_, let known):
            LocalizedText(
                pl: "Nie ma takiego powodu. Są: \(words(known)).",
                en: "There is no such reason. There are: \(words(known))."
            )
        case .reasonNotTaken:
            LocalizedText(pl: "Ta zmiana nie ma powodu do podania.", en: "This step takes no reason.")
        }
    }

    private func words(_ values: [some RawRepresentable<String>]) -> String {
        values.map(\.rawValue).joined(separator: ", ")
    }
}
