extension HandlingTable {
    /// The steps of ideas: weighed, decided, carried out.
    static let ideas: [HandlingStep] = {
        var rows = HandlingRows(kind: .idea)
        rows.add([.received], to: [.underReview], by: [.unit, .centre, .system])
        rows.add([.received], to: [.duplicate], by: [.unit, .centre, .system])
        rows.add([.underReview], to: [.accepted, .duplicate], by: [.unit, .centre])
        rows.add([.underReview], to: [.rejected], by: [.unit, .centre], demanding: .reason)
        // What the city has accepted is no longer the sender's to take back.
        rows.add([.received, .underReview], to: [.withdrawn], by: [.reporter, .centre])
        rows.add([.accepted], to: [.implemented], by: [.unit, .centre])
        rows.add([.accepted], to: [.rejected], by: [.centre], demanding: .reason)
        rows.add([.accepted, .duplicate, .rejected], to: [.underReview], by: [.centre])
        rows.add([.implemented], to: [.accepted], by: [.centre])
        return rows.steps
    }()
}
