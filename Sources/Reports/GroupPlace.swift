/// Where a report stands among reports about the same matter.
package struct GroupPlace: Sendable, Equatable {
    /// The report that leads its group; nil where it is linked to none.
    package var leader: ReportNumber?
    /// The report that it is taken to repeat, until staff have looked.
    package var suggestion: Match?
    /// How many reports it leads, directly or through others.
    package var members: Int
    /// How many people stand behind those.
    package var memberSupporters: Int

    /// Joins the parts; without any, a report stands alone.
    package init(
        leader: ReportNumber? = nil,
        suggestion: Match? = nil,
        members: Int = 0,
        memberSupporters: Int = 0
    ) {
        self.leader = leader
        self.suggestion = suggestion
        self.members = members
        self.memberSupporters = memberSupporters
    }
}
