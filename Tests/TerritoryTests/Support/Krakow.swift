import Formats
import Geography
import Reports
import Territory
import TestSupport

/// Kraków as it ships, read once for all tests.
enum Krakow {
    static let layers = [
        "arterial", "cemetery", "forest", "listed", "motorway", "park", "parking", "rail", "river",
    ]
    static let today = day("2026-11-21")

    /// The territory on `today`, or why it cannot be had.
    static let territory = Result { try Territory(areas, tolerance: tolerance, readyFor: today) }
    static let tolerance = Tolerance(gap: 30, outside: 10)

    static var areas: CityAreas {
        get throws {
            var documents = CityDocuments(version: 1)
            documents.put("districts", try edition("districts"))
            for layer in layers { documents.put("zones/\(layer)", try edition("zones/\(layer)")) }
            return try CityAreas(documents)
        }
    }

    private static func edition(_ name: String) throws -> CityDocuments.Edition {
        .init(validFrom: nil, content: try Checkout.read("geodata/krakow/\(name).geojson"))
    }

    static func day(_ text: String) -> CivilDate {
        CivilDate(parsing: text) ?? CivilDate(daysSince1970: 0)
    }
}
