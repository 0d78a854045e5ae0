/// Where a report stands; the raw value is the database's word.
enum SeedStatus: String, Sendable, CaseIterable {
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
}
