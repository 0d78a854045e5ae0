package import Formats

/// What somebody of the staff is there for; an account has one role.
package enum StaffRole: String, CaseIterable, Hashable, Sendable {
    /// Answers the telephone and takes reports for callers.
    case consultant
    /// Handles the reports of one unit.
    case dispatcher
    /// Sees to all units' reports.
    case coordinator
    /// Writes the templates of answers and mends the rules.
    case editor
    /// Gives accounts, and sees nothing of reports.
    case administrator

    /// Whether whoever has it belongs to a unit.
    package var hasUnit: Bool { self == .dispatcher }

    /// What people call it.
    package var name: LocalizedText {
        switch self {
        case .consultant: LocalizedText(pl: "konsultant", en: "consultant")
        case .dispatcher: LocalizedText(pl: "dyspozytor", en: "dispatcher")
        case .coordinator: LocalizedText(pl: "koordynator", en: "coordinator")
        case .editor: LocalizedText(pl: "redaktor", en: "editor")
        case .administrator: LocalizedText(pl: "administrator", en: "administrator")
        }
    }
}
