/// Another report that may be about the same matter.
package struct Match: Sendable, Hashable {
    package let number: ReportNumber
    /// From 0, nothing in common, to 1, the same.
    package let likeness: Double
    package let decision: Sameness

    package init(number: ReportNumber, likeness: Double, decision: Sameness) {
        self.number = number
        self.likeness = likeness
        self.decision = decision
    }
}

/// What came of the likeness of a new report to one that is there already.
package struct MatterLink: Sendable, Hashable {
    /// How sure it is.
    package enum Standing: String, CaseIterable, Sendable {
        /// Staff will look.
        case suggested
        /// Its sender said so.
        case confirmed
    }

    package let number: ReportNumber
    package let standing: Standing

    /// Joins the parts.
    package init(to number: ReportNumber, _ standing: Standing) {
        self.number = number
        self.standing = standing
    }
}
