import Formats
import TestSupport
import Testing

@testable import Territory

extension AreaMap {
    static let layerNames = [
        "motorway", "river", "rail", "park", "forest", "cemetery", "listed", "parking", "arterial",
    ]

    static func shippedDistricts() throws -> [District] {
        try District.all(parsing: try Checkout.read("geodata/krakow/districts.geojson"))
    }

    static func shippedLayers() throws -> [ZoneLayer] {
        try layerNames.map { name in
            try ZoneLayer(
                parsing: try Checkout.read("geodata/krakow/zones/\(name).geojson"),
                name: "zones/\(name)"
            )
        }
    }

    /// The areas that ship with the service, on a day of 2026.
    static func krakow() throws -> AreaMap {
        AreaMap(
            districts: try shippedDistricts(),
            layers: try shippedLayers(),
            on: try #require(CivilDate(year: 2026, month: 6, day: 1))
        )
    }
}
