package import Formats
package import Reports
package import Territory

extension City {
    /// The days on which the city works, by its holidays and its clocks.
    private var workingDays: WorkingDays { WorkingDays(calendar: holidays, zone: timeZone) }

    /// When a report of a category that came in at a moment is due.
    package func due(of category: String, from moment: Timestamp) -> DueDates {
        guard let days = catalogue[category]?.deadlines else { return DueDates() }
        let deadlines = Deadlines(days, from: moment, counting: workingDays)
        return DueDates(firstAction: deadlines.firstAction, closure: deadlines.closure)
    }

    /// Due dates moved on by the working days for which the report waited for its sender; the clock runs again.
    func extended(_ due: DueDates, until moment: Timestamp) -> DueDates {
        guard let since = due.waitingSince else { return due }
        var due = due
        due.waitingSince = nil
        guard let first = due.firstAction, let closure = due.closure else { return due }
        let later = Deadlines(firstAction: first, closure: closure)
            .extended(waitingFrom: since, until: moment, counting: workingDays)
        // Asking was the first action; only the closing waits for the answer.
        due.closure = later.closure
        return due
    }
}
