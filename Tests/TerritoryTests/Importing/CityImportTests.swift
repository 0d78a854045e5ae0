import Formats
import Geography
import Reports
import Territory
import Testing

struct CityImportTests {
    private let day = CivilDate(daysSince1970: 20_758)

    private func outcome(
        _ document: String,
        _ text: String,
        in system: ReferenceSystem? = nil,
        from day: CivilDate? = nil,
        city: CityDocuments? = nil
    ) throws -> CityImport.Outcome {
        try CityImport(document: document, validFrom: day, system: system)
            .outcome(of: Array(text.utf8), in: city ?? .krakow(), on: self.day)
    }

    private func errors(_ outcome: CityImport.Outcome) -> [Finding] {
        switch outcome {
        case .refused(let findings): findings.filter { $0.severity == .error }
        case .ready: []
        }
    }

    /// A layer of parks with one feature.
    private static func park(_ geometry: String, _ more: String = "") -> String {
        Square.collection(
            [
                """
                {"type":"Feature","properties":{"code":"A","name":"A","precision_m":5,"source":"test"\(more)},
                "geometry":\(geometry)}
                """
            ],
            #","layer":"park","name":{"pl":"Parki","en":"Parks"}"#
        )
    }

    private static let sound = Square(west: 19.93, south: 50.05, east: 19.94, north: 50.06).without()

    @Test(arguments: [
        ("{", "", "line 1, character 2"), ("[]", "", "not a GeoJSON FeatureCollection"),
        (
            park(#"{"type":"Polygon","coordinates":[[[NaN,50],[19.9,50],[20,50],[NaN,50]]]}"#), "",
            "line 2, character"
        ),
        (
            park(#"{"type":"Polygon","coordinates":[[[1e999,50],[19.9,50],[20,50],[1e999,50]]]}"#), "",
            "line 2, character"
        ),
        (
            park(#"{"type":"Polygon","coordinates":[[[19.9,50],[19.91,50.01],[19.9,50]]]}"#), "features[0]",
            "a ring needs at least 4 positions, this has 3"
        ),
        (
            park(#"{"type":"Polygon","coordinates":[[[19.9,50],[19.91,50],[19.91,50.01],[19.9,50.01]]]}"#),
            "features[0]", "a ring must end where it began"
        ),
        (
            park(
                #"{"type":"Polygon","coordinates":[[[19.9,50],[19.91,50.01],[19.91,50],[19.9,50.01],[19.9,50]]]}"#
            ),
            "features[0] (A), 19.905,50.005",
            "the geometry is not sound: the border crosses or touches itself"
        ),
        (
            park(
                Square(west: 19.9, south: 50, east: 19.94, north: 50.04).without(
                    Square(west: 19.91, south: 50.01, east: 19.93, north: 50.03),
                    Square(west: 19.915, south: 50.015, east: 19.92, north: 50.02)
                )
            ), "features[0] (A)", "the geometry is not sound: a hole lies inside of another hole"
        ),
        (
            park(Square(west: 50, south: 19.9, east: 50.01, north: 19.91).without()), "features[0]",
            "these look swapped"
        ),
        (
            park(Square(west: 567_000, south: 244_000, east: 567_100, north: 244_100).without()),
            "features[0]",
            "these are no degrees, and the file names no reference system; they look like EPSG:2180"
        ),
        (
            park(#"{"type":"Point","coordinates":[19.93,50.05]}"#), "features[0].geometry",
            "must be lines or areas"
        ),
        (park(sound, #","width_m":10"#), "features[0].width_m", "is for lines only"),
        (
            park(sound, #","valid_from":"2027-01-01","valid_until":"2026-01-01""#), "features[0].valid_until",
            "must be later than valid_from"
        ),
        (park(sound).replacing(#""code":"A","#, with: ""), "features[0].code", "must be a text"),
    ])
    func `a layer that is wrong is refused with its feature and the reason`(
        text: String,
        place: String,
        reason: String
    ) throws {
        let found = errors(try outcome("zones/park", text))
        let error = try #require(found.first { $0.document == "zones/park" }, "\(found)")
        #expect(error.place.hasPrefix(place))
        #expect(error.what.hasPrefix(reason))
        #expect(!error.mend.isEmpty)
    }

    @Test func `duplicate codes are refused`() throws {
        let feature = Self.park(Self.sound).split(separator: #""features":["#)[1].dropLast(2)
        let twice = Self.park(Self.sound).replacing(feature, with: "\(feature),\(feature)")
        let found = errors(try outcome("zones/park", twice))
        #expect(found.map(\.what) == ["'A' stands there twice"])
        #expect(found.map(\.place) == ["features[1].code"])
    }

    @Test func `a layer in another system is kept in degrees, with its names`() throws {
        let file = Square.collection(
            [
                """
                {"type":"Feature","id":"p","properties":{"code":"A","name":"A","precision_m":5,"source":"test"},
                "geometry":\(Square(west: 567_000, south: 244_000, east: 567_100, north: 244_100).without())}
                """
            ],
            #","name":"parks_2027","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2180"}}"#
        )
        guard case .ready(let content, _) = try outcome("zones/park", file) else {
            Issue.record("refused")
            return
        }
        let layer = try ZoneLayer(parsing: content, name: "zones/park")
        let present = try #require(try CityDocuments.krakow()["zones/park"].last)
        #expect(layer.name == (try ZoneLayer(parsing: present.content, name: "zones/park").name))
        let corner = try #require(layer.zones.first).geometry.positions[0]
        #expect(abs(corner.longitude - 19.936_3) < 0.001)
        #expect(abs(corner.latitude - 50.059_5) < 0.001)
        #expect(!String(decoding: content, as: UTF8.self).contains("crs"))
    }

    @Test func `the shipped districts can be imported from a day on`() throws {
        let city = try CityDocuments.krakow()
        let reform = try #require(CivilDate(parsing: "2027-01-01"))
        let result = try outcome("districts", city.text("districts"), from: reform)
        guard case .ready(let content, let findings) = result else {
            Issue.record("\(errors(result))")
            return
        }
        #expect(
            try District.all(parsing: content) == District.all(parsing: Array(city.text("districts").utf8))
        )
        #expect(findings.contains { $0.place == "edition of 2027-01-01" && $0.severity == .note })
    }

    @Test func `without a day a layer with later editions is not changed`() throws {
        var city = try CityDocuments.krakow()
        let reform = try #require(CivilDate(parsing: "2027-01-01"))
        city.put("zones/park", .init(validFrom: reform, content: Array(city.text("zones/park").utf8)))
        let found = errors(try outcome("zones/park", Self.park(Self.sound), city: city))
        #expect(found.map(\.what) == ["has editions with a day, the latest of 2027-01-01"])
    }

    @Test func `errors that were there before refuse nothing but their own document`() throws {
        let broken = try CityDocuments.krakow().with("zones/river", "{").with("zones/rail", "[")
        guard case .ready = try outcome("zones/park", Self.park(Self.sound), city: broken) else {
            Issue.record("refused")
            return
        }
        #expect(!errors(try outcome("zones/rail", "{", city: broken)).isEmpty)
    }

    @Test func `a document that would break another one is refused`() throws {
        let units = try CityDocuments.krakow().text("units")
        let found = errors(try outcome("units", units.replacing(#""GDDKIA""#, with: #""GDDKIA2""#)))
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.document == "routing" && $0.what == "there is no unit 'GDDKIA'" })
    }
}
