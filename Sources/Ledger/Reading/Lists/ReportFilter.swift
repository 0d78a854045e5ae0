package import Formats
package import Geography
package import Reports

/// Which reports a list shows: all that meet every condition that is set.
package struct ReportFilter: Sendable, Equatable {
    /// In one of these statuses; nil for any.
    package var statuses: Set<ReportStatus>?
    /// Open, or closed at this moment or later; nil for all.
    package var closedFrom: Timestamp?
    /// Closed before this moment; nil for all.
    package var closedUntil: Timestamp?
    /// Of one of these categories, by their codes; empty for any.
    package var categories: [String]
    /// Of one of these kinds; nil for any.
    package var kinds: Set<ReportKind>?
    /// In the care of one of these units, by their codes; empty for any.
    package var units: [String]
    /// In one of these districts, by their codes; empty for any.
    package var districts: [String]
    /// In this box, its edges included.
    package var bounds: Bounds?
    /// In this box, to the last digit.
    package var box: DegreeBox?
    /// Within so many metres of a place.
    package var near: Circle?
    /// Only those that go first, as long as they are open.
    package var isUrgent = false
    /// Last changed at this moment or later; a list that asks for changes has the latest first.
    package var updatedFrom: Timestamp?
    /// Last changed before this moment.
    package var updatedUntil: Timestamp?
    /// Came in at this moment or later.
    package var from: Timestamp?
    /// Came in before this moment.
    package var until: Timestamp?
    /// Whose public words hold all of these.
    package var text: SearchText?
    /// Codes of categories of which the public sees the place and no words: a search by everybody passes them over.
    package var wordless: [String]
    /// What only staff ask for.
    package var queue = QueueFilter.none
    /// Whether reports that another one about the same matter leads are left out.
    package var isOfLeaders = false
    package var audience: Audience

    /// Whether the list is about changes, and in their order.
    var isByUpdate: Bool { updatedFrom != nil || updatedUntil != nil }

    /// Everything that an audience may know of.
    package init(for audience: Audience) {
        self.audience = audience
        categories = []
        units = []
        districts = []
        wordless = []
    }
}
