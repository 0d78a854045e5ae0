package import Formats

/// Until when a report's first action and its closing are due.
///
/// Each is the moment at which the last day ends in the city. The day of receipt isn't counted; of 0 days
/// it is the last one itself, if it is a working day.
package struct Deadlines: Hashable, Sendable {
    package let firstAction: Timestamp
    package let closure: Timestamp

    /// Deadlines that are known already.
    package init(firstAction: Timestamp, closure: Timestamp) {
        self.firstAction = firstAction
        self.closure = closure
    }

    /// The deadlines of a report that came, or was reopened, at a moment.
    package init(_ days: CategoryDeadlines, from received: Timestamp, counting workingDays: WorkingDays) {
        let day = workingDays.day(at: received)
        firstAction = workingDays.end(of: workingDays.day(days.firstAction, after: day))
        closure = workingDays.end(of: workingDays.day(days.closure, after: day))
    }

    /// The deadlines after the clock stood still: later by the working days that have begun meanwhile.
    ///
    /// What was late already when the reporter was asked stays late.
    package func extended(
        waitingFrom asked: Timestamp,
        until answered: Timestamp,
        counting workingDays: WorkingDays
    ) -> Deadlines {
        let passed = workingDays.count(
            after: workingDays.day(at: asked),
            through: workingDays.day(at: answered)
        )
        guard passed > 0 else { return self }
        let later = { (deadline: Timestamp) in
            guard asked < deadline else { return deadline }
            let last = workingDays.day(at: deadline.advanced(bySeconds: -1))
            return max(deadline, workingDays.end(of: workingDays.day(passed, after: last)))
        }
        return Deadlines(firstAction: later(firstAction), closure: later(closure))
    }
}
