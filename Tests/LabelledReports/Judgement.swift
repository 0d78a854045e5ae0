/// How well a rule finds the reports of one matter among labelled ones.
///
/// Each report is asked about in the order of time, among all that came before it.
package struct Judgement: Sendable {
    /// One earlier report as a rule ranks it.
    package struct Ranked: Sendable {
        package let index: Int
        /// Whether the rule says that it is the same.
        package let isSame: Bool
        /// Whether a sender is shown it, if it is among the first.
        package let isShown: Bool

        /// Joins the parts.
        package init(index: Int, isSame: Bool, isShown: Bool) {
            self.index = index
            self.isSame = isSame
            self.isShown = isShown
        }
    }

    /// Answers the earlier reports that a rule shows for one, the best first.
    package typealias Rule = @Sendable (_ index: Int, _ reports: [LabelledReport]) -> [Ranked]

    /// At most so many are shown.
    package static let mostShown = 5

    /// Pairs that are said to be the same.
    package private(set) var said = 0
    /// Of those, the ones that are.
    package private(set) var right = 0
    /// Pairs that are the same.
    package private(set) var twins = 0
    /// Reports with an earlier one of their matter.
    package private(set) var followers = 0
    /// Of those, the ones that have one of it among those shown.
    package private(set) var shown = 0
    /// Of those, the ones of which one of it is said to be the same.
    package private(set) var linked = 0
    /// The pairs that are wrongly said to be the same: earlier and later.
    package private(set) var mistakes: [(Int, Int)] = []
    /// The reports whose twin is not shown.
    package private(set) var missed: [Int] = []

    /// Asks a rule about every report.
    package init(_ reports: [LabelledReport], by rule: Rule) {
        for index in reports.indices { judge(index, reports, rule(index, reports)) }
    }

    private mutating func judge(_ index: Int, _ reports: [LabelledReport], _ ranked: [Ranked]) {
        let matter = reports[index].matter
        let earlier = reports[..<index].count { $0.matter == matter }
        twins += earlier
        for one in ranked where one.isSame {
            said += 1
            if reports[one.index].matter == matter { right += 1 } else { mistakes.append((one.index, index)) }
        }
        guard earlier > 0 else { return }
        followers += 1
        let shownFirst = ranked.prefix(Judgement.mostShown).filter(\.isShown)
        if shownFirst.contains(where: { reports[$0.index].matter == matter }) {
            shown += 1
        } else {
            missed.append(index)
        }
        if ranked.contains(where: { $0.isSame && reports[$0.index].matter == matter }) { linked += 1 }
    }

    /// Of the pairs that are said to be the same, the share that is; 1 where none is.
    package var precision: Double { said == 0 ? 1 : Double(right) / Double(said) }
    /// Of the pairs that are the same, the share that is said to be.
    package var recall: Double { twins == 0 ? 1 : Double(right) / Double(twins) }
    /// Of the reports that have an earlier twin, the share that is said to be the same as one.
    package var linkedShare: Double { followers == 0 ? 1 : Double(linked) / Double(followers) }
    /// Of the reports that have an earlier twin, the share that is shown one.
    package var recallAtFive: Double { followers == 0 ? 1 : Double(shown) / Double(followers) }
}
