import Duplicates
import Formats
import LabelledReports
import Reports
import TestSupport
import Testing

/// How well reports of one matter are found among labelled ones that nothing was tuned on.
struct LabelledSetTests {
    private static func set(_ half: String, _ files: [String]) throws -> [LabelledReport] {
        try LabelledSet(
            try files.map { ("\(half)/\($0)", try Checkout.read("Tests/LabelledReports/\(half)/\($0).json")) }
        ).reports
    }

    private static var measuring: [LabelledReport] {
        get throws { try set("measuring", ["ordinary", "west"]) }
    }

    private static var tuning: [LabelledReport] {
        get throws { try set("tuning", ["centre", "common", "estates", "mobile", "outskirts"]) }
    }

    @Test func `the halves are large enough and have nothing in common`() throws {
        let (measuring, tuning) = (try Self.measuring, try Self.tuning)
        #expect(measuring.count >= 300)
        #expect(tuning.count >= 300)
        #expect(Set(measuring.map(\.words.description)).isDisjoint(with: tuning.map(\.words.description)))
    }

    @Test func `what is said to be the same is, often enough, and the twin is among the five`() throws {
        let reports = try Self.measuring
        let judgement = Judgement(reports, by: Judgement.ours(try Comparing.comparer, reports))
        #expect(judgement.precision >= 0.97)
        #expect(judgement.recall >= 0.40)
        #expect(judgement.linkedShare >= 0.40)
        #expect(judgement.recallAtFive >= 0.95)
    }

    @Test func `it is better than the rules of FixMyStreet and Signalen`() throws {
        let reports = try Self.measuring
        let ours = Judgement(reports, by: Judgement.ours(try Comparing.comparer, reports))
        for rule in [Judgement.fixMyStreet, Judgement.signalen] {
            let theirs = Judgement(reports, by: rule)
            #expect(ours.precision > theirs.precision + 0.4)
            #expect(ours.recallAtFive > theirs.recallAtFive + 0.1)
        }
    }
}
