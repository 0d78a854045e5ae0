/// Where a report stands, in the words that the API shows.
package enum ReportStatus: String, CaseIterable, Sendable {
    case received
    case triage
    case assigned
    case inProgress = "in_progress"
    case planned
    case waiting
    case resolved
    case notResolved = "not_resolved"
    case duplicate
    case outOfScope = "out_of_scope"
    case rejected
    case reopened
    case withdrawn
    case underReview = "under_review"
    case accepted
    case implemented

    /// Whether somebody still has to act.
    package var isOpen: Bool {
        switch self {
        case .received, .triage, .assigned, .inProgress, .planned, .waiting, .reopened, .underReview,
            .accepted:
            true
        case .resolved, .notResolved, .duplicate, .outOfScope, .rejected, .withdrawn, .implemented: false
        }
    }
}
