import Formats
import Geography
import Reports
import Territory
import TestSupport
import Testing

struct RulingTests {
    /// The main square, in the listed area.
    private let square = (longitude: 19.937_3, latitude: 50.061_7)

    @Test func `a placement keeps what it was made of`() throws {
        let ruling = try #require(try ruling("green.felling", at: square, on: "2024-12-31T22:00:00Z"))
        guard case .unit(let unit, let desk) = ruling.decision.outcome else {
            Issue.record("a unit is in charge: \(ruling.decision.outcome)")
            return
        }
        let placement = ruling.placement(unit: unit)
        #expect(placement.district == "I")
        #expect(placement.unit == "WS")
        let grounds = try #require(placement.grounds)
        #expect(grounds.cityVersion == 1)
        #expect(grounds.rule == "felling-5")
        #expect(!grounds.needsReview)
        let facts = try #require(try JSON.parse(Array(grounds.facts.utf8)).objectValue)
        #expect(facts["why"]?.objectValue?["en"]?.stringValue == grounds.why.en)
        #expect(facts["zones"] == .array([.string("listed/OLDTOWN"), .string("parking/OPP")]))
        #expect(facts["desk"]?.stringValue == desk?.code)
        #expect(facts["steps"] == .array([.string("WSiK → WS")]))
        let looked = facts["looked"]?.objectValue
        #expect(looked?["felling-5"] == .string("matched"))
        #expect(looked?["felling-1"] == .string("districts"))
        #expect(looked?["motorway"] == nil)
        #expect(facts["answers"] == nil && facts["doubts"] == nil)
    }

    @Test func `answers and doubts are kept too`() throws {
        // Fifty metres from the axis of the motorway, which is drawn to within 80.
        let zones = try Krakow.territory.areas.layers.flatMap(\.zones)
        let motorway = try #require(zones.first { $0.identifier == "motorway/A4-S" })
        let projection = try Projection()
        let axis = try projection.metres(of: motorway.geometry).positions
        let middle = Metres(x: (axis[3].x + axis[4].x) / 2, y: (axis[3].y + axis[4].y) / 2)
        let length = axis[3].distance(to: axis[4])
        let beside = Metres(
            x: middle.x - 50 * (axis[4].y - axis[3].y) / length,
            y: middle.y + 50 * (axis[4].x - axis[3].x) / length
        )
        let place = try projection.coordinate(of: beside)
        let ruling = try #require(
            try ruling("waste.dump", at: (place.longitude, place.latitude), answers: ["land": ["private"]])
        )
        let grounds = try #require(ruling.decision.outcome.unit.map { ruling.placement(unit: $0) }?.grounds)
        #expect(grounds.needsReview)
        let facts = try #require(try JSON.parse(Array(grounds.facts.utf8)).objectValue)
        #expect(facts["answers"]?.objectValue?["land"] == .array([.string("private")]))
        let doubt = try #require(facts["doubts"]?.arrayValue?.first?.objectValue)
        #expect(doubt["zone"] == .string("motorway/A4-S"))
        #expect(doubt["otherwise"] == .string("GDDKIA"))
        let distance = try #require(doubt["distance_m"]?.numberValue?.double)
        #expect(abs(distance - 30) < 0.5)
    }

    @Test func `outside of the city there is no ruling`() throws {
        #expect(try ruling("noise", at: (19.785, 50.078)) == nil)
    }

    @Test(arguments: [
        ((50.061_7, 19.937_3), true), ((49.9, 20.0), true), ((19.937_3, 50.061_7), false), ((0, 0), false),
        ((20.5, 50.3), false), ((50.06, 50.06), false), ((19.93, 19.93), false),
    ])
    func `only what would lie in or near the city looks swapped`(place: (Double, Double), looks: Bool) throws
    {
        let coordinate = try #require(Coordinate(longitude: place.0, latitude: place.1))
        #expect(try Krakow.city.looksSwapped(coordinate, at: Krakow.today.start) == looks)
    }

    private func ruling(
        _ category: String,
        at place: (longitude: Double, latitude: Double),
        on moment: String = "2026-06-30T10:00:00Z",
        answers: [String: [String]] = [:]
    ) throws -> Ruling? {
        let city = try Krakow.city
        return try city.ruling(
            on: Matter(
                coordinate: try #require(Coordinate(longitude: place.longitude, latitude: place.latitude)),
                category: try #require(city.catalogue[category]),
                moment: try #require(Timestamp(parsing: moment)),
                answers: answers
            )
        )
    }
}
