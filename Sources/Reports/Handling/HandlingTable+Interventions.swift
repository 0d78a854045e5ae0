extension HandlingTable {
    /// The steps of interventions.
    static let interventions = handling(
        of: .intervention,
        inHand: [.assigned, .inProgress, .planned, .waiting, .reopened]
    )

    /// The steps of inquiries: as those of interventions, but nobody plans an answer.
    static let inquiries = handling(of: .inquiry, inHand: [.assigned, .inProgress, .waiting, .reopened])

    /// The steps of what a unit has to settle; `inHand` are the statuses in which one has it.
    private static func handling(of kind: ReportKind, inHand: [ReportStatus]) -> [HandlingStep] {
        var rows = HandlingRows(kind: kind)
        // Nobody is in charge yet: nothing can be settled before somebody is.
        rows.add([.received], to: [.triage], by: [.centre, .system])
        rows.add([.received], to: [.assigned, .duplicate], by: [.unit, .centre, .system])
        rows.add(
            [.received],
            to: inHand.filter { [.inProgress, .planned].contains($0) },
            by: [.unit, .centre]
        )
        rows.add([.triage], to: [.assigned, .waiting, .duplicate], by: [.centre])
        // A unit has it: it gives it back, works, asks and settles.
        rows.add(inHand, to: [.triage], by: [.unit, .centre])
        // A reporter who was asked has answered.
        rows.add([.waiting], to: [.assigned], by: [.reporter, .unit, .centre])
        rows.add(inHand, to: inHand.filter { $0 != .reopened }, by: [.unit, .centre])
        rows.add(inHand, to: [.resolved], by: [.unit, .centre])
        rows.add(inHand, to: [.notResolved], by: [.unit, .centre], demanding: .reason)
        rows.add(inHand, to: [.duplicate], by: [.unit, .centre])
        // Only the contact centre turns people away.
        rows.add([.received, .triage] + inHand, to: [.outOfScope, .rejected], by: [.centre])
        rows.add([.received, .triage] + inHand, to: [.withdrawn], by: [.reporter, .centre])
        rows.add(
            [.resolved, .notResolved],
            to: [.reopened],
            by: [.reporter, .unit, .centre],
            reporterDays: reopenDays
        )
        rows.add([.duplicate, .outOfScope, .rejected], to: [.reopened], by: [.centre])
        return rows.steps
    }
}
