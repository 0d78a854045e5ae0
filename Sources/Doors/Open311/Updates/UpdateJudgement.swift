import Ledger
import Reports

extension ExtendedStatus {
    /// What another system's word means for a report as it stands; nil where it stands so already.
    ///
    /// `CLOSED` says no more than that it is done, so it is taken for settled; and nobody but the centre turns people
    /// away, so to a unit the matter is then closed for want of authority.
    func judgement(of report: Report, by role: ActorRole) -> PostedUpdate.Judgement? {
        guard ExtendedStatus(report.status) != self else { return nil }
        let isIdea = report.kind == .idea
        switch self {
        case .open, .reopen:
            return report.status.isOpen ? nil : .init(isIdea ? .underReview : .reopened)
        case .closed where !report.status.isOpen: return nil
        case .closed, .fixed: return .init(isIdea ? .implemented : .resolved)
        case .inProgress: return .init(isIdea ? .accepted : .inProgress)
        case .actionScheduled:
            return .init(isIdea ? .accepted : report.kind == .inquiry ? .inProgress : .planned)
        case .investigating: return .init(isIdea ? .underReview : .assigned)
        case .internalReferral, .forTriage: return .init(isIdea ? .underReview : .triage)
        case .duplicate: return .init(.duplicate)
        case .noFurtherAction: return .init(isIdea ? .rejected : .notResolved, reason: .other)
        case .notCouncilsResponsibility where isIdea: return .init(.rejected, reason: .noAuthority)
        case .notCouncilsResponsibility:
            return role == .centre ? .init(.outOfScope) : .init(.notResolved, reason: .noAuthority)
        case .cancelled: return .init(.withdrawn)
        }
    }
}
