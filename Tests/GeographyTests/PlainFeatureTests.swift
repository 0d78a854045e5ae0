import Formats
import Geography
import Testing

struct PlainFeatureTests {
    private let city = Bounds(west: 19.79, south: 49.96, east: 20.22, north: 50.13)

    private func file(crs: String? = nil, _ positions: String) -> [UInt8] {
        let member = crs.map { #""crs":{"type":"name","properties":{"name":"\#($0)"}},"# } ?? ""
        return Array(
            """
            {"type":"FeatureCollection",\(member)"layer":"park","features":[{"type":"Feature","id":7,
            "properties":{"code":"A"},"geometry":{"type":"LineString","coordinates":[\(positions)]}}]}
            """.utf8
        )
    }

    private func read(_ bytes: [UInt8], as system: ReferenceSystem? = nil) throws -> [Feature] {
        try PlainFeatureCollection(bytes).features(in: system, near: try #require(city))
    }

    // The main square and a place 1 km to the north of it, by Krüger's series as in `TransverseMercator`.
    private static let systems = [
        ("EPSG:4326", "[19.937222,50.061667],[19.937222,50.071]"),
        ("EPSG:2178", "[7423907.4609,5547820.1962],[7423922.2262,5548858.1978]"),
        ("EPSG:2180", "[567061.3500,244243.4043],[567048.3374,245280.7661]"),
    ]

    @Test(arguments: systems)
    func `a layer is read in each of the three systems`(name: String, positions: String) throws {
        for bytes in [file(crs: name, positions), file(positions)] {
            let features = try read(bytes, as: ReferenceSystem(parsing: name))
            #expect(features.map(\.id) == ["7"])
            let places = try #require(features.first).geometry.positions
            for (place, latitude) in zip(places, [50.061667, 50.071]) {
                #expect(abs(place.longitude - 19.937222) < 0.000_001_5)
                #expect(abs(place.latitude - latitude) < 0.000_001_5)
            }
        }
    }

    @Test(arguments: [
        ("urn:ogc:def:crs:EPSG::2180", 2180), ("EPSG:2178", 2178), ("epsg:2178", 2178), ("2180", 2180),
        ("http://www.opengis.net/def/crs/EPSG/0/2180", 2180), ("urn:ogc:def:crs:OGC:1.3:CRS84", 4326),
        ("CRS84", 4326), ("EPSG:3857", 3857),
    ])
    func `a system has many spellings`(name: String, code: Int) {
        #expect(ReferenceSystem(parsing: name)?.code == code)
    }

    @Test(arguments: ["", "EPSG:", "EPSG:x", "PL-1992", "EPSG:99999999999999999999", "12", "ESRI:2180"])
    func `what is no system is none`(name: String) {
        #expect(ReferenceSystem(parsing: name) == nil)
    }

    private static let poland1992 = ReferenceSystem(parsing: "2180")
    private static let mercator = ReferenceSystem(parsing: "3857")

    @Test(arguments: [
        ("[50.06,19.93],[50.07,19.93]", nil, PlainFeatureError.swapped(feature: 0, inDegrees: true)),
        ("[50.06,19.93],[50.07,19.93]", "EPSG:4326", .swapped(feature: 0, inDegrees: true)),
        ("[244236,567081],[245274,567068]", "EPSG:2180", .swapped(feature: 0, inDegrees: false)),
        ("[567081,244236],[567068,245274]", nil, .noDegrees(feature: 0, guess: poland1992)),
        ("[2219401,6456789],[2219401,6457000]", nil, .noDegrees(feature: 0, guess: mercator)),
        ("[1e300,1e300],[2e300,2e300]", nil, .noDegrees(feature: 0, guess: nil)),
        (
            "[567081,244236],[567068,245274]", "EPSG:2178",
            .elsewhere(feature: 0, system: .poland2000, guess: poland1992)
        ),
        ("[21.01,52.23],[21.02,52.23]", nil, .elsewhere(feature: 0, system: .wgs84, guess: nil)),
        ("[2219401,6456789],[2219401,6457000]", "EPSG:3857", .unreadable("EPSG:3857")),
        ("[19.93,50.06],[19.94,50.06]", "PL-1992", .unreadable("PL-1992")),
    ])
    func `numbers that are no places of the city are refused with what they look like`(
        positions: String,
        crs: String?,
        error: PlainFeatureError
    ) {
        #expect(throws: error) { try read(file(crs: crs, positions)) }
        #expect(!error.description.isEmpty)
        #expect(!error.mend.isEmpty)
    }

    @Test func `a file and its bearer must not contradict each other`() {
        #expect(throws: PlainFeatureError.contradiction(declared: .poland2000, given: .poland1992)) {
            try read(file(crs: "EPSG:2178", "[1,2],[3,4]"), as: .poland1992)
        }
    }

    @Test func `other members of the file are kept`() throws {
        let collection = try PlainFeatureCollection(file(crs: "EPSG:2178", "[1,2],[3,4]"))
        #expect(collection.members == [JSONObject.Member(name: "layer", value: .string("park"))])
        #expect(collection.declaration == .system(.poland2000))
    }

    @Test(arguments: [
        ("[[1,2],[3,4]]", 2), ("[ [ 1 , 2 ],\n[-3,4]]", 2), (#"["[1,2]",[5],"a\"[6"]"#, 1), ("[[[]]]", 0),
        (#"{"a":[true,1],"b":"[1"}"#, 0),
    ])
    func `positions are counted without reading the file`(text: String, count: Int) {
        for size in [1, 3, 1_000] {
            var counter = PositionCounter()
            let bytes = Array(text.utf8)
            for start in stride(from: 0, to: bytes.count, by: size) {
                counter.see(bytes[start..<min(start + size, bytes.count)])
            }
            #expect(counter.count == count)
        }
    }
}

struct DistrictsInOtherSystemsTests {
    @Test(arguments: [
        ("EPSG:2180", TransverseMercator.poland1992), ("EPSG:2178", TransverseMercator.poland2000),
    ])
    func `the city's districts come back from a surveyor's file within ten centimetres`(
        name: String,
        grid: TransverseMercator
    ) throws {
        let shipped = try [Feature].krakowDistricts()
        var json = JSONWriter()
        json.beginObject()
        json.key("type")
        json.string("FeatureCollection")
        json.key("features")
        json.beginArray()
        for feature in shipped { json.surveyed(feature, in: grid) }
        json.endArray()
        json.endObject()

        let region = try #require(Bounds(enclosing: shipped.flatMap { $0.geometry.positions }))
        let system = try #require(ReferenceSystem(parsing: name))
        let read = try PlainFeatureCollection(json.bytes).features(in: system, near: region)
        let projection = try Projection()
        var farthest = 0.0
        for (before, after) in zip(shipped, read) {
            #expect(after.properties == before.properties)
            let pairs = zip(
                try projection.metres(of: before.geometry.positions),
                try projection.metres(of: after.geometry.positions)
            )
            farthest = pairs.reduce(farthest) { max($0, $1.0.distance(to: $1.1)) }
        }
        #expect(read.count == 18)
        #expect(farthest < 0.1)
    }
}

extension JSONWriter {
    /// A district as a surveyor's program writes it: areas in metres to the millimetre.
    fileprivate mutating func surveyed(_ feature: Feature, in grid: TransverseMercator) {
        beginObject()
        key("type")
        string("Feature")
        key("properties")
        object(feature.properties)
        key("geometry")
        beginObject()
        key("type")
        string("MultiPolygon")
        key("coordinates")
        list(feature.geometry.polygons) { json, polygon in
            json.list([polygon.exterior] + polygon.holes) { json, ring in
                json.list(ring.positions) { json, position in
                    let place = grid.place(longitude: position.longitude, latitude: position.latitude)
                    json.list([place.x, place.y]) { $0.number(($1 * 1_000).rounded() / 1_000) }
                }
            }
        }
        endObject()
        endObject()
    }

    private mutating func list<Part>(_ parts: [Part], _ write: (inout JSONWriter, Part) -> Void) {
        beginArray()
        for part in parts { write(&self, part) }
        endArray()
    }
}
