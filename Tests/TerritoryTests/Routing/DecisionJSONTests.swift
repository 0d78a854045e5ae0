import Formats
import Reports
import Territory
import Testing

struct DecisionJSONTests {
    private func json(_ decision: Decision) throws -> JSONObject {
        var writer = JSONWriter()
        writer.decision(decision)
        return try #require(try JSON.parse(writer.bytes).objectValue)
    }

    @Test func `a decision is written with its whole explanation`() throws {
        let city = try ShippedCity.load()
        let site = try city.site(
            in: "X",
            near: [.init(zone: "motorway/A4-W", metres: -1), .init(zone: "park/BLONIA", metres: 300)],
            perhapsIn: "XI"
        )
        let json = try json(try city.decide("road.pothole", at: site))
        let outcome = json["outcome"]?.objectValue
        #expect(outcome?["kind"] == .string("external"))
        #expect(outcome?["unit"]?.objectValue?["code"] == .string("GDDKIA"))
        #expect(outcome?["desk"] == .null)
        #expect(outcome?["advice"]?.objectValue?["pl"]?.stringValue?.isEmpty == false)
        #expect(json["rule"] == .string("motorway"))
        #expect(json["stage"] == .string("corridor"))
        #expect(json["needs_review"] == .bool(true))
        let looked = (json["looked"]?.arrayValue ?? []).compactMap(\.objectValue)
        #expect(looked.last?["rule"] == .string("motorway"))
        #expect(looked.last?["matched"] == .bool(true))
        #expect(looked.last?["refused_by"] == .null)
        #expect(looked.first?["refused_by"] == .string("answers"))
        // Rules about other categories are left out.
        #expect(looked.count < 10)
        #expect(looked.allSatisfy { $0["reason"]?.objectValue?["en"]?.stringValue?.isEmpty == false })
        let doubts = (json["doubts"]?.arrayValue ?? []).compactMap(\.objectValue)
        #expect(doubts.map { $0["district"] ?? $0["zone"] } == [.string("XI"), .string("motorway/A4-W")])
        #expect(doubts.map { $0["matters"] } == [.bool(false), .bool(true)])
        #expect(doubts.last?["distance_m"] == .number(JSONNumber(1)))
        #expect(
            doubts.last?["otherwise"]?.objectValue?["unit"]?.objectValue?["code"] == .string("ZDMK")
        )
    }

    @Test func `a step to another unit is told in both languages`() throws {
        let city = try ShippedCity.load()
        let decision = try city.decide("green.felling", at: try city.site(), on: "2024-12-31T22:59:59")
        let step = try json(decision)["steps"]?.arrayValue?.first?.objectValue
        #expect(step?["from"] == .string("WSiK"))
        #expect(step?["to"] == .string("WS"))
        #expect(
            step?["why"]?.objectValue?["pl"]
                == .string("Jednostka WSiK działa od 2025-01-01; wcześniej sprawą zajmuje się WS.")
        )
    }

    @Test(arguments: [
        (#""unit":"A","desk":"d1""#, "unit"), (#""external":"X""#, "external"),
        (#""out_of_scope":{"advice":{"pl":"Nie","en":"No"}}"#, "out_of_scope"),
        (#""emergency":{"number":"112","advice":{"pl":"Dzwoń","en":"Call"}}"#, "emergency"),
    ])
    func `every outcome has the same members`(then: String, kind: String) throws {
        let decision = try RuledCity(rules: [RuledCity.rule("only", then: then)]).decide()
        let outcome = try #require(try json(decision)["outcome"]?.objectValue)
        #expect(outcome.members.map(\.name) == ["kind", "unit", "desk", "advice", "number"])
        #expect(outcome["kind"] == .string(kind))
        #expect((outcome["unit"] == .null) == (kind == "out_of_scope" || kind == "emergency"))
        #expect((outcome["advice"] == .null) == (kind == "unit"))
    }
}
