package import Formats

extension HandlingTable {
    /// A day as the bound for reporters counts it, in seconds.
    private static let day: Int64 = 86_400

    /// The step that somebody may take now, or why not.
    ///
    /// `reason` is a code of `ClosingReason`; `closed` is when the report was closed; a reporter's bound is counted from it.
    package func step(
        for kind: ReportKind,
        from: ReportStatus,
        to: ReportStatus,
        by role: ActorRole,
        reason: String? = nil,
        closed: Timestamp? = nil,
        now: Timestamp
    ) throws(StepRefused) -> HandlingStep {
        for status in [from, to] where !has(status, kind) { throw .unknownStatus(status, of: kind) }
        guard let step = step(of: kind, from: from, to: to) else {
            throw .noSuchStep(from: from, to: to, possible: steps(of: kind, from: from, by: role).map(\.to))
        }
        guard step.roles.contains(role) else { throw .notAllowed(role, allowed: step.roles) }
        if role == .reporter, let days = step.reporterDays {
            let last = closed?.advanced(bySeconds: Int64(days) * HandlingTable.day)
            guard let last, now <= last else { throw .tooLate(days: days) }
        }
        try step.check(reason)
        return step
    }
}

extension HandlingStep {
    fileprivate func check(_ reason: String?) throws(StepRefused) {
        let known = ClosingReason.all(for: kind)
        switch (demand, reason) {
        case (.none, nil): return
        case (.none, _?): throw .reasonNotTaken
        case (.reason, nil): throw .reasonMissing(known: known)
        case (.reason, let code?):
            guard let reason = ClosingReason(rawValue: code), known.contains(reason) else {
                throw .reasonUnknown(code, known: known)
            }
        }
    }
}
