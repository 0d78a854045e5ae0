import Duplicates
import Geography

/// New reports in as few rounds as will do, so that none of a round can be about the matter of another of it.
///
/// What is written together is compared with what was there before, not with each other.
enum DraftRounds {
    /// The places of the drafts in their list, round by round.
    static func of(_ drafts: [ReportDraft]) -> [[Int]] {
        var rounds: [[Int]] = []
        for index in drafts.indices {
            // After the last round that holds one near by: what came later is compared with what came earlier.
            let near = rounds.lastIndex { round in round.contains { areNear(drafts[$0], drafts[index]) } }
            let round = near.map { $0 + 1 } ?? 0
            if round == rounds.count { rounds.append([]) }
            rounds[round].append(index)
        }
        return rounds
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
