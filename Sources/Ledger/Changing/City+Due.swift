import Formats
import Reports
import Territory

extension City {
    /// When a report of a category that came in at a moment is due.
    package func due(of category: String, from moment: Timestamp) -> DueDates {
        guard let days = catalogue[category]?.deadlines else { return DueDates() }
        let deadlines = Deadlines(days, from: moment, calendar: holidays, timeZone: timeZone)
        return DueDates(firstAction: deadlines.firstAction, closure: deadlines.closure)
    }

    /// The due date moved on by the working days that the report waited for its sender.
    func due(_ date: Timestamp, waitingFrom start: Timestamp, until end: Timestamp) -> Timestamp {
        Deadlines.extended(date, waitingFrom: start, until: end, calendar: holidays, timeZone: timeZone)
    }
}
