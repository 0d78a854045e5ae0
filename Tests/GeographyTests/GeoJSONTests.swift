import Formats
import Geography
import Testing

struct GeoJSONTests {
    private func collection(_ features: String...) -> [UInt8] {
        Array(#"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#.utf8)
    }

    private func feature(_ geometry: String) -> String {
        #"{"type":"Feature","properties":{},"geometry":\#(geometry)}"#
    }

    private let point = #"{"type":"Point","coordinates":[19.9,50.1]}"#

    @Test func `a feature keeps its id, its properties and its place`() throws {
        let bytes = collection(
            #"{"type":"Feature","id":7,"properties":{"name":"Kopiec"},"geometry":\#(point)}"#,
            #"{"type":"Feature","id":"b","properties":null,"bbox":[1],"geometry":\#(point)}"#
        )
        let features = try FeatureCollection(bytes).features
        #expect(features.map(\.id) == ["7", "b"])
        #expect(features[0].properties["name"] == .string("Kopiec"))
        #expect(features[1].properties == JSONObject())
        #expect(features[0].geometry == .point(try coordinate(19.9, 50.1)))
    }

    @Test(arguments: [
        #"{"type":"Point","coordinates":[19.9,50.1]}"#,
        #"{"type":"MultiPoint","coordinates":[[19.9,50.1],[-0.000001,0]]}"#,
        #"{"type":"MultiPoint","coordinates":[]}"#,
        #"{"type":"LineString","coordinates":[[19.9,50.1],[20,50.123456]]}"#,
        #"{"type":"MultiLineString","coordinates":[[[19.9,50.1],[20,50]],[[1,2],[3,4]]]}"#,
        #"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[5,4],[6,4],[6,5],[5,4]]]}"#,
        #"{"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9],[0,0]]],[[[1,1],[2,1],[2,2],[1,1]]]]}"#,
    ])
    func `a geometry is written as it was read`(text: String) throws {
        let features = try FeatureCollection(collection(feature(text))).features
        var writer = JSONWriter()
        writer.geometry(try #require(features.first).geometry)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
    }

    @Test func `an altitude is passed over`() throws {
        let features = try FeatureCollection(
            collection(feature(#"{"type":"Point","coordinates":[1,2,300]}"#))
        ).features
        #expect(features.first?.geometry == .point(try coordinate(1, 2)))
    }

    @Test(arguments: [
        (#"{"type":"Point","coordinates":[7423907,5547820]}"#, FeatureFault.notOnEarth),
        (#"{"type":"Point","coordinates":[1]}"#, .badCoordinates),
        (#"{"type":"Point","coordinates":["1","2"]}"#, .badCoordinates),
        (#"{"type":"Point","coordinates":{}}"#, .badCoordinates),
        (#"{"type":"Point"}"#, .badCoordinates),
        (#"{"type":"LineString","coordinates":[[1,2]]}"#, .flaw(.lineTooShort(1))),
        (#"{"type":"LineString","coordinates":[1,2]}"#, .badCoordinates),
        (#"{"type":"Polygon","coordinates":[]}"#, .badCoordinates),
        (#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}"#, .flaw(.ringTooShort(3))),
        (#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#, .flaw(.ringNotClosed)),
        (#"{"type":"MultiPolygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#, .badCoordinates),
        (#"{"type":"GeometryCollection","geometries":[]}"#, .badCoordinates),
        (#"{"type":"GeometryCollection","coordinates":[]}"#, .unknownGeometry),
        (#"{"coordinates":[1,2]}"#, .unknownGeometry),
        ("null", .noGeometry),
    ])
    func `a bad geometry is told with the index of its feature`(geometry: String, fault: FeatureFault) {
        #expect(throws: GeoJSONError.feature(index: 1, fault)) {
            try FeatureCollection(collection(feature(point), feature(geometry)))
        }
    }

    @Test(arguments: [
        ("7", FeatureFault.notAFeature), (#"{"type":"Point"}"#, .notAFeature),
        (#"{"type":"Feature","id":1.5,"geometry":null}"#, .badIdentifier),
        (#"{"type":"Feature","id":{},"geometry":null}"#, .badIdentifier),
        (#"{"type":"Feature","properties":[],"geometry":null}"#, .badProperties),
        (#"{"type":"Feature","properties":{}}"#, .noGeometry),
    ])
    func `a bad feature is told with its index`(text: String, fault: FeatureFault) {
        #expect(throws: GeoJSONError.feature(index: 0, fault)) { try FeatureCollection(collection(text)) }
    }

    @Test(arguments: ["[]", "null", #"{"type":"Feature"}"#, #"{"type":"FeatureCollection","features":{}}"#])
    func `anything but a collection is refused`(text: String) {
        #expect(throws: GeoJSONError.notACollection) { try FeatureCollection(Array(text.utf8)) }
    }

    @Test func `what is no JSON or beyond the limits is a syntax error with its place`() {
        let deep = Array((String(repeating: "[", count: 10_000)).utf8)
        for (bytes, fault) in [(deep, JSONFault.tooDeep), (Array("{".utf8), .unexpectedEnd)] {
            let error = #expect(throws: GeoJSONError.self) { try FeatureCollection(bytes) }
            guard case .syntax(let syntax)? = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(syntax.fault == fault)
        }
    }
}
