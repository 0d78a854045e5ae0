import Duplicates
import Geography

/// Chooses of new reports those that may be written together, because none can be about the matter of another.
///
/// What is written together is compared with what was there before, not with each other.
enum DraftGroup {
    /// The places of the drafts in their list that come before all others of their surroundings.
    ///
    /// Whoever is near one that is left for later is left too: what came later is compared with what came earlier.
    static func first(of drafts: [ReportDraft], most: Int) -> [Int] {
        var chosen: [Int] = []
        for index in drafts.indices {
            if chosen.count == most { break }
            if !drafts[..<index].contains(where: { areNear($0, drafts[index]) }) { chosen.append(index) }
        }
        return chosen
    }

    private static func areNear(_ left: ReportDraft, _ right: ReportDraft) -> Bool {
        guard let one = left.new.comparison, let other = right.new.comparison else { return false }
        let reach = max(
            one.comparer.reach(of: one.report.category),
            other.comparer.reach(of: other.report.category)
        )
        return one.report.coordinate.distance(to: other.report.coordinate) <= reach
    }
}
