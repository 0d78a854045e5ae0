import Reports
import TestSupport
import Testing

/// The data by which a city tells what is alike.
struct LikenessRulesTests {
    private static func rules(_ change: (String) -> String) throws -> LikenessRules {
        let catalogue = try CategoryCatalogue(parsing: Checkout.read("geodata/krakow/categories.json"))
        let text = String(decoding: try Checkout.read("geodata/krakow/duplicates.json"), as: UTF8.self)
        return try LikenessRules(parsing: Array(change(text).utf8), catalogue: catalogue)
    }

    @Test func `Kraków's can be read and weigh what is for and against`() throws {
        let rules = try Self.rules { $0 }
        #expect(rules.weights[.near].map { $0 > 0 } == true)
        #expect(rules.weights[.otherNumber].map { $0 < 0 } == true)
        #expect(rules.thresholds.same > rules.thresholds.perhaps)
        #expect(rules.closedDays["waste.bin"] < rules.closedDays["road.pothole"])
        #expect(rules.vocabulary.concepts.count > 50)
    }

    @Test(arguments: [
        (#""near":"#, #""nearby":"#, "duplicates, weights.nearby: is no evidence"),
        (#""base":"#, #""fresh ":"#, "duplicates, weights.fresh : is no evidence"),
        (#""same": 0.78"#, #""same": 0.01"#, "duplicates, thresholds.same: must not be below 'perhaps'"),
        (#""waste.bin", "waste.street""#, #""waste.bins", "waste.street""#, "'waste.bins' is no category"),
        (#""reach_m": 150"#, #""reach_m": 5000"#, "duplicates, reach_m: must be a number"),
        (#""closed_days": {"usual": 7"#, #""closed_days": {"usual": -1"#, "duplicates, closed_days.usual"),
    ])
    func `what is wrong in them is named with its place`(_ old: String, _ new: String, _ reason: String)
        throws
    {
        let error = #expect(throws: CityDataError.self) {
            try Self.rules { $0.replacing(old, with: new, maxReplacements: 1) }
        }
        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    }
}
