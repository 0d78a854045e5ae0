import Reports

/// The statuses that GeoReport v2 has, and those that its clients agreed on besides.
enum ExtendedStatus: String, CaseIterable {
    case open = "OPEN"
    case closed = "CLOSED"
    case fixed = "FIXED"
    case inProgress = "IN_PROGRESS"
    case actionScheduled = "ACTION_SCHEDULED"
    case investigating = "INVESTIGATING"
    case duplicate = "DUPLICATE"
    case notCouncilsResponsibility = "NOT_COUNCILS_RESPONSIBILITY"
    case noFurtherAction = "NO_FURTHER_ACTION"
    case internalReferral = "INTERNAL_REFERRAL"
    case forTriage = "FOR_TRIAGE"
    case cancelled = "CANCELLED"
    case reopen = "REOPEN"

    /// Reads a status however its letters are written.
    init?(reading text: String) {
        self.init(rawValue: text.uppercased())
    }

    /// What a status of ours is called.
    init(_ status: ReportStatus) {
        self =
            switch status {
            case .received: .open
            case .triage: .forTriage
            case .assigned, .waiting, .underReview: .investigating
            case .inProgress: .inProgress
            case .planned, .accepted: .actionScheduled
            case .resolved, .implemented: .fixed
            case .notResolved, .rejected: .noFurtherAction
            case .duplicate: .duplicate
            case .outOfScope: .notCouncilsResponsibility
            case .reopened: .reopen
            case .withdrawn: .cancelled
            }
    }
}

extension ReportStatus {
    /// All that GeoReport v2 itself knows of a status.
    var plainWord: String { isOpen ? "open" : "closed" }
}
