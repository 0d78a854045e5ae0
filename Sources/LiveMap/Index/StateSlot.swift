import Reports

/// A state's place in the index's tables: one of the statuses, or merely open or closed, on maps of earlier days.
struct StateSlot: Hashable, Sendable {
    /// 0 to `count` - 1.
    let index: Int

    /// How many places there are; statuses come first.
    static let count = 18
    /// How many of them are statuses.
    static let statusCount = 16
    static let open = StateSlot(index: 16)
    static let closed = StateSlot(index: 17)

    /// The name that tiles call each place by, in their order.
    static let names = StateSlot.statuses.map(\.rawValue) + ["open", "closed"]
    /// One bit for each place that stands for reports that somebody still has to act on.
    static let openBits = StateSlot.statuses.reduce(1 << UInt32(open.index)) { bits, status in
        status.isOpen ? bits | 1 << UInt32(StateSlot(status).index) : bits
    }

    /// The status that it stands for; for places that are none, the last one.
    var status: ReportStatus { StateSlot.statuses[min(index, StateSlot.statusCount - 1)] }

    private static let statuses: [ReportStatus] = [
        .received, .triage, .assigned, .inProgress, .planned, .waiting, .resolved, .notResolved, .duplicate,
        .outOfScope, .rejected, .reopened, .withdrawn, .underReview, .accepted, .implemented,
    ]
}

extension StateSlot {
    /// The place of a status; the same in every process of one version, as files of the map rely on it.
    init(_ status: ReportStatus) {
        index =
            switch status {
            case .received: 0
            case .triage: 1
            case .assigned: 2
            case .inProgress: 3
            case .planned: 4
            case .waiting: 5
            case .resolved: 6
            case .notResolved: 7
            case .duplicate: 8
            case .outOfScope: 9
            case .rejected: 10
            case .reopened: 11
            case .withdrawn: 12
            case .underReview: 13
            case .accepted: 14
            case .implemented: 15
            }
    }
}
