package import Duplicates
import Formats
import Geography
import Reports

extension Judgement {
    /// Emapa's own rule.
    package static func ours(_ comparer: Comparer, _ reports: [LabelledReport]) -> Rule {
        let compared = reports.map { $0.compared(by: comparer) }
        return { index, reports in
            let new = compared[index]
            let reach = comparer.reach(of: new.category)
            return compared[..<index].indices
                .filter { comparer.relation(of: new.category, to: compared[$0].category) != nil }
                .filter { compared[$0].coordinate.distance(to: new.coordinate) <= reach }
                .map { (index: $0, likeness: comparer.likeness(of: new, to: compared[$0])) }
                .sorted { $0.likeness.value > $1.likeness.value }
                .map {
                    Ranked(
                        index: $0.index,
                        isSame: $0.likeness.decision == .same,
                        isShown: $0.likeness.decision != .different
                    )
                }
        }
    }

    /// FixMyStreet's: the same category, open, within 250 m, the nearest five.
    package static let fixMyStreet: Rule = { index, reports in
        nearest(to: index, within: 250, reports) { $0.isOpen(at: reports[index].created) }
    }

    /// Signalen's: the same category, within 50 m and 12 weeks.
    package static let signalen: Rule = { index, reports in
        let since = reports[index].created.advanced(bySeconds: -84 * 86_400)
        return nearest(to: index, within: 50, reports) { $0.created >= since }
    }

    /// The nearest of one category; what is shown is also what is said to be the same, since neither rule tells more.
    private static func nearest(
        to index: Int,
        within metres: Double,
        _ reports: [LabelledReport],
        where fits: (LabelledReport) -> Bool
    ) -> [Ranked] {
        let new = reports[index]
        return reports[..<index].indices
            .filter { reports[$0].category == new.category && fits(reports[$0]) }
            .map { (index: $0, metres: reports[$0].coordinate.distance(to: new.coordinate)) }
            .filter { $0.metres <= metres }
            .sorted { $0.metres < $1.metres }
            .prefix(mostShown)
            .map { Ranked(index: $0.index, isSame: true, isShown: true) }
    }
}
