import Formats
import Territory
import Testing

struct CityCheckTests {
    private let day = CivilDate(daysSince1970: 20_758)

    @Test func `the city that ships with the service has no errors and no warnings`() throws {
        let findings = CityChecks.findings(in: try .krakow(), on: day).filter { $0.severity != .note }
        #expect(findings == [])
    }

    @Test func `an empty city lacks its documents`() {
        let findings = CityChecks.findings(in: CityDocuments(version: 0), on: day)
        #expect(findings.allSatisfy { $0.what == "is missing" && $0.severity == .error })
        #expect(
            findings.map(\.document) == ["categories", "city", "districts", "holidays", "routing", "units"]
        )
    }

    @Test(arguments: [
        ("city", #""KCK""#, #""kck""#, "report_number_prefix", "must be two to eight capital letters"),
        ("districts", #""code":"II""#, #""code":"I""#, "I", "stands there twice"),
        ("zones/park", #""layer""#, #""ebene""#, "layer", "must be a text"),
    ])
    func `what cannot be read is told with its place`(
        document: String,
        passage: String,
        other: String,
        place: String,
        what: String
    ) throws {
        var text = try CityDocuments.krakow().text(document)
        // Written with or without spaces, the passage is meant.
        text = text.replacing("\": ", with: "\":")
        #expect(text.contains(passage))
        let city = try CityDocuments.krakow().with(document, text.replacing(passage, with: other))
        let errors = CityChecks.findings(in: city, on: day).filter { $0.severity == .error }
        #expect(errors.map(\.document) == [document])
        #expect(errors.map(\.place) == [place])
        #expect(errors.map(\.what) == [what])
    }

    @Test func `a layer with its axes swapped is told so`() throws {
        let swapped = Square.collection(
            [Square.district("I", 1, Square(west: 50, south: 19.9, east: 50.1, north: 20).without())]
        )
        let findings = CityChecks.findings(in: try .krakow().with("districts", swapped), on: day)
        let errors = findings.filter { $0.severity == .error && $0.document == "districts" }
        #expect(errors.map(\.place) == ["features[0]"])
        #expect(errors.map(\.what) == ["these look swapped: longitude comes first, then latitude"])
    }

    @Test func `editions that come later are noted, and only layers have them`() throws {
        var city = try CityDocuments.krakow()
        let future = try #require(CivilDate(parsing: "2099-01-01"))
        city.put("zones/park", .init(validFrom: future, content: Array(city.text("zones/park").utf8)))
        city.put("city", .init(validFrom: future, content: Array(city.text("city").utf8)))
        let findings = CityChecks.findings(in: city, on: day)
        let note = try #require(findings.first { $0.what == "comes into force in future" })
        #expect(note.document == "zones/park")
        #expect(note.severity == .note)
        #expect(note.place == "edition of 2099-01-01")
        #expect(findings.filter { $0.severity == .error }.map(\.document) == ["city"])
    }
}
