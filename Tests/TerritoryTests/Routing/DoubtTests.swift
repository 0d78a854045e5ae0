import Reports
import Territory
import Testing

struct DoubtTests {
    private func decide(
        _ category: String,
        _ zone: String,
        _ metres: Double,
        answers: [String: [String]] = [:]
    ) throws -> Decision {
        let city = try ShippedCity.load()
        return try city.decide(
            category,
            at: try city.site(near: [.init(zone: zone, metres: metres)]),
            answers: answers
        )
    }

    @Test(arguments: [
        // Błonia is drawn with 30 m of precision.
        (-31.0, "ZZM", false), (-30, "ZZM", false), (-29.9, "ZZM", true), (0, "ZZM", true), (5, "ZDMK", true),
        (29.9, "ZDMK", true), (30, "ZDMK", false), (200, "ZDMK", false),
    ])
    func `a place nearer to a zone's edge than the edge is precise asks for a human's eye`(
        metres: Double,
        unit: String,
        needsReview: Bool
    ) throws {
        let decision = try decide("road.pavement", "park/BLONIA", metres)
        #expect(decision.unit == unit)
        #expect(decision.needsReview == needsReview)
        guard let doubt = decision.doubts.first else { return }
        #expect(decision.doubts.count == 1)
        #expect(doubt.distance == abs(metres))
        #expect(doubt.otherwise.unit?.code == (unit == "ZZM" ? "ZDMK" : "ZZM"))
    }

    @Test func `a doubtful zone that changes nothing asks for nobody`() throws {
        // A pothole is ZDMK's in a park and beside it; so is whatever an emergency rule takes.
        #expect(try !decide("road.pothole", "park/BLONIA", 1).needsReview)
        #expect(try !decide("road.works", "park/BLONIA", -1).needsReview)
        #expect(try !decide("green.tree", "park/BLONIA", 1).needsReview)
        #expect(try decide("road.pothole", "motorway/A4-W", 1).needsReview)
        #expect(try !decide("road.pothole", "motorway/A4-W", 1, answers: ["danger": ["yes"]]).needsReview)
    }

    @Test func `a rule's own distance is as doubtful as the zone's edge`() throws {
        // A ditch within 15 m of the Vistula's edge is Wody Polskie's; the river is drawn with 40 m of precision.
        #expect(try decide("water.ditch", "river/WISLA", 14).unit == "WODYPOLSKIE")
        #expect(try decide("water.ditch", "river/WISLA", 14).needsReview)
        #expect(try decide("water.ditch", "river/WISLA", 54).unit == "KEGW")
        #expect(try decide("water.ditch", "river/WISLA", 54).needsReview)
        #expect(try !decide("water.ditch", "river/WISLA", 55.5).needsReview)
        #expect(try !decide("water.ditch", "river/WISLA", -30).needsReview)
    }

    @Test func `another district that the place may lie in is always named`() throws {
        let city = try ShippedCity.load()
        // X and XI share a desk, X and IX don't; a pothole doesn't care.
        let cases = [
            ("green.felling", "XI", false), ("green.felling", "IX", true), ("road.works", "IX", false),
        ]
        for (category, other, matters) in cases {
            let decision = try city.decide(category, at: try city.site(in: "X", perhapsIn: other))
            #expect(decision.needsReview)
            let doubt = try #require(decision.doubts.first)
            #expect((doubt.otherwise != decision.outcome) == matters, "\(category) \(other)")
            #expect(doubt.distance == 0.4)
        }
    }

    @Test func `a place far from every border leaves no doubt`() throws {
        let city = try ShippedCity.load()
        for category in city.catalogue.categories {
            #expect(try !city.decide(category.code, at: try city.site()).needsReview)
        }
    }
}
