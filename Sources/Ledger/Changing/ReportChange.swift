import Reports

/// What happens to a report: the fields that change, and how its history tells it.
struct ReportChange {
    let what: EventKind
    let actor: Actor
    var isPublic = true
    var reason: String?
    var note: Note?
    /// What else is worth keeping, as a JSON object without personal data.
    var details: [UInt8]?
    /// Makes the report what it becomes.
    var apply: (inout Report) -> Void = { _ in }

    init(_ what: EventKind, by actor: Actor, apply: @escaping (inout Report) -> Void = { _ in }) {
        self.what = what
        self.actor = actor
        self.apply = apply
    }

    func applied(to report: Report) -> Report {
        var report = report
        apply(&report)
        return report
    }
}
