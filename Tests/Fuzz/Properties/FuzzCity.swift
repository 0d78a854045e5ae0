import Formats
import Geography
import Reports
import Territory

/// A city small enough to decide about thousands of times a second.
struct FuzzCity {
    let rules: RoutingRules
    let units: UnitDirectory
    let catalogue: CategoryCatalogue
    /// No place, a place near nothing, and one near the edge of a park, perhaps in another district.
    let sites: [Site?]

    init() throws {
        let document = Array(FuzzCity.document.utf8)
        rules = try RoutingRules(parsing: document)
        units = try UnitDirectory(parsing: document)
        catalogue = try CategoryCatalogue(parsing: document)
        let districts = try District.all(parsing: Array(FuzzCity.districts.utf8))
        let park = try ZoneLayer(parsing: Array(FuzzCity.park.utf8), name: "zones/park").zones
        let near = park.map { ZoneFinding(zone: $0, distance: 5, margin: 5) }
        sites =
            [nil]
            + [([], []), (near, districts.dropFirst())].compactMap { zones, candidates in
                FuzzCity.site(districts[0], zones, candidates)
            }
    }

    private static func site(
        _ district: District,
        _ zones: [ZoneFinding],
        _ candidates: ArraySlice<District>
    ) -> Site? {
        guard let coordinate = Coordinate(longitude: 20.05, latitude: 50.05) else { return nil }
        let others = candidates.map { DistrictFinding.Candidate(district: $0, distance: 1) }
        return Site(
            coordinate: coordinate,
            metres: Metres(x: 7_423_000, y: 5_547_000),
            district: DistrictFinding(district: district, way: .inside, candidates: others),
            zones: zones
        )
    }

    private static let document = #"""
        {"queue":"KCK","units":[
        {"code":"KCK","name":{"pl":"K","en":"K"},"kind":"queue","handles":{"pl":"h","en":"h"}},
        {"code":"ZZM","name":{"pl":"Z","en":"Z"},"kind":"own","handles":{"pl":"h","en":"h"}}],
        "groups":[{"code":"roads","name":{"pl":"D","en":"R"}}],
        "categories":[{"code":"road.pothole","group":"roads","kind":"intervention","name":{"pl":"D","en":"P"},
        "unit":"ZDMK"}],
        "office_hours":{"days":["mon"],"from":"07:40","until":"15:30"},
        "rules":[{"id":"park","stage":"land","name":{"pl":"P","en":"P"},"when":{"zones":[{"layer":"park"}]},
        "then":{"unit":"ZZM"},"why":{"pl":"w","en":"w"}}]}
        """#

    private static let districts = #"""
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"I","number":1,"name":"A","precision_m":1},"geometry":
        {"type":"Polygon","coordinates":[[[20,50],[20.1,50],[20.1,50.1],[20,50]]]}},
        {"type":"Feature","properties":{"code":"II","number":2,"name":"B","precision_m":1},"geometry":
        {"type":"Polygon","coordinates":[[[20,50],[20.1,50.1],[20,50.1],[20,50]]]}}]}
        """#

    private static let park = #"""
        {"type":"FeatureCollection","layer":"park","name":{"pl":"Parki","en":"Parks"},"features":[
        {"type":"Feature","properties":{"code":"P","name":"P","precision_m":30,"source":"s"},"geometry":
        {"type":"Polygon","coordinates":[[[20,50],[20.1,50],[20.1,50.1],[20,50]]]}}]}
        """#
}
