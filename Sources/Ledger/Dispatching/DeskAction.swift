package import Reports

/// What somebody does to one report or to many at once, and can take back.
package enum DeskAction: Sendable {
    case step(StepRequest)
    /// Gives it to an account, or to nobody; an account of a unit has that unit's reports only.
    case assign(Int?, of: String?)
    /// Gives it to the unit with this code.
    case handOver(String, Note?)
    /// Covers parts of one of its photos, or takes the cover off.
    case cover(PhotoCover)
}

/// What came of it.
package struct DeskOutcome: Sendable {
    /// The name under which it can be taken back; nil if nothing was done.
    package var change: ReportIdentifier?
    /// The reports that it was done to.
    package var done: [ReportNumber] = []
    /// The others, each with the reason: one of the errors that the single action throws.
    package var refused: [(number: ReportNumber, reason: any Error)] = []
}

/// Who is to have a report belongs to another unit than the report.
package struct HolderElsewhere: Error, Sendable {
    /// Says just that.
    package init() {}
}
