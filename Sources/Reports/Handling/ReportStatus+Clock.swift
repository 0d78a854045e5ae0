extension ReportStatus {
    /// What the clock of the deadlines does while a report is in a status.
    package enum Clock: String, Sendable {
        /// The days count.
        case runs
        /// The days don't count: the reporter is asked.
        case stopped
        /// The city has given its answer.
        case ended
    }

    /// What the clock of the deadlines does; it ends with an idea's acceptance, though the idea stays open.
    package var clock: Clock {
        switch self {
        case .waiting: .stopped
        case .accepted: .ended
        default: isOpen ? .runs : .ended
        }
    }
}
