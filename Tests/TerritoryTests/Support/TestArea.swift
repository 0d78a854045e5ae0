import Formats
import Geography
import Reports
import Testing

@testable import Territory

/// Small areas for tests, made through the same reader as the city's.
enum TestArea {
    /// A square as GeoJSON coordinates of a polygon.
    static func square(longitude: Double, latitude: Double, micros: Int) throws -> String {
        let size = Double(micros) / 1e6
        let corners = [(0.0, 0.0), (size, 0), (size, size), (0, size), (0, 0)]
        return "[["
            + corners.map { "[\(longitude + $0.0),\(latitude + $0.1)]" }.joined(separator: ",") + "]]"
    }

    /// Districts (code, number, polygon) and parks (code, polygon), all in force on the day unless said otherwise.
    static func map(
        districts: [(code: String, number: Int, polygon: String)],
        zones: [(code: String, polygon: String)] = [],
        districtsUntil: String? = nil,
        on day: String = "2026-06-01"
    ) throws -> AreaMap {
        let until = districtsUntil.map { #","valid_until":"\#($0)""# } ?? ""
        let districts = districts.map { district in
            feature(
                district.polygon,
                #""code":"\#(district.code)","number":\#(district.number),"name":"D","precision_m":1\#(until)"#
            )
        }
        let zones = zones.map { zone in
            feature(zone.polygon, #""code":"\#(zone.code)","name":"Z","precision_m":1,"source":"test""#)
        }
        let head = #""layer":"park","name":{"pl":"Parki","en":"Parks"},"attribution":"© parks""#
        return AreaMap(
            districts: try District.all(parsing: collection(districts, "")),
            layers: [try ZoneLayer(parsing: collection(zones, head + ","), name: "zones/park")],
            on: try #require(CivilDate(parsing: day))
        )
    }

    private static func feature(_ polygon: String, _ properties: String) -> String {
        #"{"type":"Feature","geometry":{"type":"Polygon","coordinates":\#(polygon)},"properties":{\#(properties)}}"#
    }

    private static func collection(_ features: [String], _ head: String) -> [UInt8] {
        Array(#"{\#(head)"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#.utf8)
    }
}
