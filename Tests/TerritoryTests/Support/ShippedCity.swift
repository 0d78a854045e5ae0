import Formats
import Geography
import Reports
import Territory
import TestSupport
import Testing

/// Kraków as it ships, and places in it made to measure.
struct ShippedCity {
    let catalogue: CategoryCatalogue
    let units: UnitDirectory
    let calendar: HolidayCalendar
    let districts: [District]
    let layers: [ZoneLayer]
    let routing: Routing
    let clocks: TimeZoneRules

    private static let shared = Result { try ShippedCity() }

    static func load() throws -> ShippedCity { try shared.get() }

    private init() throws {
        let city = try Krakow.city
        catalogue = city.catalogue
        units = city.units
        calendar = city.holidays
        districts = city.territory.areas.districts
        layers = city.territory.areas.layers
        routing = city.routing
        clocks = city.timeZone
    }
}

extension ShippedCity {
    /// A zone near a place: `park/BLONIA`, or the first of a layer.
    struct Near {
        let zone: String
        /// Metres from its edge; negative so deep inside.
        var metres = -10_000.0
    }

    func district(_ code: String) throws -> District {
        try #require(districts.first { $0.code == code })
    }

    func category(_ code: String) throws -> Reports.Category {
        try #require(catalogue[code])
    }

    /// A place in a district, near some zones and perhaps in another district.
    func site(in code: String = "V", near zones: [Near] = [], perhapsIn other: String? = nil) throws -> Site {
        let findings = try zones.map { near in
            let zone = try #require(
                layers.flatMap(\.zones).first { $0.identifier == near.zone || $0.layer == near.zone }
            )
            let distance = max(0, near.metres)
            let margin = abs(near.metres - zone.reach)
            return ZoneFinding(zone: zone, distance: distance, margin: margin)
        }
        let candidates = try other.map {
            DistrictFinding.Candidate(district: try district($0), distance: 0.4)
        }
        return Site(
            coordinate: try #require(Coordinate(longitude: 19.93, latitude: 50.06)),
            metres: Metres(x: 7_423_000, y: 5_547_000),
            district: DistrictFinding(
                district: try district(code),
                way: .inside,
                candidates: candidates.map { [$0] } ?? []
            ),
            zones: findings
        )
    }

    /// What becomes of a report that came in at a moment of UTC; by default at noon of an ordinary Tuesday.
    func decide(
        _ category: String,
        at site: Site?,
        answers: [String: [String]] = [:],
        kind: ReportKind? = nil,
        on moment: String = "2026-06-30T10:00:00"
    ) throws -> Decision {
        let date = try #require(CivilDate(parsing: String(moment.prefix(10))))
        let time = moment.dropFirst(11).split(separator: ":").compactMap { Int64($0) }
        let seconds = date.daysSince1970 * 86_400 + time[0] * 3_600 + time[1] * 60 + time[2]
        return routing.decide(
            Circumstances(
                site: site,
                category: try self.category(category),
                kind: kind,
                at: clocks.local(Timestamp(seconds: seconds)),
                calendar: calendar,
                answers: answers
            )
        )
    }
}

extension Decision {
    /// The code of the unit in charge, or of the external one to ask.
    var unit: String? { outcome.unit?.code }

    /// Whether a case is opened.
    var opensCase: Bool {
        if case .unit = outcome { true } else { false }
    }
}
