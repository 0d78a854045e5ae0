package import Formats
import Glibc
package import Territory

/// Kraków as it ships, read once for all tests.
package enum Krakow {
    package static let today = CivilDate(daysSince1970: 20_778)  // 2026-11-21
    private static let read = Result { try City(documents(), at: today.start, timeZone: timeZone) }

    /// The city on `today`, or why it cannot be read.
    package static var city: City {
        get throws { try read.get() }
    }

    package static var territory: Territory {
        get throws { try city.territory }
    }

    /// The shipped files as the documents of a version.
    package static func documents(version: Int = 1) throws -> CityDocuments {
        var documents = CityDocuments(version: version)
        for name in ["city", "categories", "units", "routing", "holidays", "danger", "duplicates"] {
            documents.put(name, try edition("\(name).json"))
        }
        documents.put("districts", try edition("districts.geojson"))
        for layer in layers { documents.put("zones/\(layer)", try edition("zones/\(layer).geojson")) }
        return documents
    }

    /// The system's rules of a time zone.
    package static func timeZone(_ name: String) throws -> TimeZoneRules {
        try TimeZoneRules(parsing: Checkout.bytes(of: "/usr/share/zoneinfo/\(name)"))
    }

    private static let layers = [
        "arterial", "cemetery", "forest", "listed", "motorway", "park", "parking", "rail", "river",
    ]

    private static func edition(_ file: String) throws -> CityDocuments.Edition {
        .init(validFrom: nil, content: try Checkout.read("geodata/krakow/\(file)"))
    }
}
