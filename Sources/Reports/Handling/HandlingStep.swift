/// One step that may be taken with a report of a kind, and by whom.
package struct HandlingStep: Sendable, Equatable {
    /// What must be said with a step.
    package enum Demand: String, Sendable {
        case none
        /// Why the report is closed without what it asked for.
        case reason
    }

    /// What a step does to the clock of the deadlines.
    package enum Clock: String, Sendable {
        case keeps
        case stops
        case resumes
        case ends
        /// It begins anew: the deadline is counted from the step.
        case restarts
    }

    package let kind: ReportKind
    package let from: ReportStatus
    package let to: ReportStatus
    /// Who may take it, in the order of all roles.
    package let roles: [ActorRole]
    package let demand: Demand
    /// For how many days after the closing the reporter may take it; nil where nothing ends.
    package let reporterDays: Int?

    /// What it does to the clock of the deadlines.
    package var clock: Clock {
        switch (from.clock, to.clock) {
        case (.runs, .stopped): .stops
        case (.stopped, .runs): .resumes
        case (.runs, .ended), (.stopped, .ended): .ends
        case (.ended, .runs), (.ended, .stopped): .restarts
        case (.runs, .runs), (.stopped, .stopped), (.ended, .ended): .keeps
        }
    }
}
