/// Another report that may be about the same matter.
package struct Match: Sendable, Hashable {
    package let number: ReportNumber
    /// From 0, nothing in common, to 1, the same.
    package let likeness: Double

    package init(number: ReportNumber, likeness: Double) {
        self.number = number
        self.likeness = likeness
    }
}
