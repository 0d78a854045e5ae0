package import Formats
package import Geography
package import Reports

/// A city as it was read from its documents: what there is, where it lies, and who is in charge of what.
///
/// It never changes, so that all who ask share one.
package final class City: Sendable {
    /// The version of the documents; reports name it.
    package let version: Int
    package let profile: CityProfile
    package let catalogue: CategoryCatalogue
    package let units: UnitDirectory
    package let holidays: HolidayCalendar
    /// The words by which it knows that somebody writes of a danger.
    package let danger: DangerWords
    /// How it tells whether two reports are about one matter.
    package let likeness: LikenessRules
    package let routing: Routing
    package let territory: Territory
    /// How the city's clocks show a moment.
    package let timeZone: TimeZoneRules

    /// Reads all documents and prepares the territory as it is at `now`.
    ///
    /// `timeZone` finds the rules of a zone by its name; it may read files.
    package init(
        _ documents: CityDocuments,
        at now: Timestamp,
        timeZone: (String) throws -> TimeZoneRules
    ) throws {
        version = documents.version
        profile = try CityProfile(parsing: try documents.only("city"))
        catalogue = try CategoryCatalogue(parsing: try documents.only("categories"))
        units = try UnitDirectory(parsing: try documents.only("units"))
        holidays = try HolidayCalendar(parsing: try documents.only("holidays"))
        danger = try documents["danger"].last.map { try DangerWords(parsing: $0.content) } ?? .none
        let catalogue = catalogue
        likeness =
            try documents["duplicates"].last.map {
                try LikenessRules(parsing: $0.content, catalogue: catalogue)
            } ?? .none
        let rules = try RoutingRules(parsing: try documents.only("routing"))
        routing = Routing(rules: rules, units: units, catalogue: catalogue)
        self.timeZone = try timeZone(profile.timeZone)
        territory = try Territory(
            CityAreas(documents),
            tolerance: profile.tolerance,
            readyFor: self.timeZone.local(now).date
        )
    }

    private init(_ other: City, ruledBy rules: RoutingRules) {
        version = other.version
        profile = other.profile
        catalogue = other.catalogue
        units = other.units
        holidays = other.holidays
        danger = other.danger
        likeness = other.likeness
        routing = Routing(rules: rules, units: other.units, catalogue: other.catalogue)
        timeZone = other.timeZone
        territory = other.territory
    }

    /// The same city under other rules.
    package func ruled(by rules: RoutingRules) -> City {
        City(self, ruledBy: rules)
    }
}

extension City {
    /// Where a point lies at a moment; nil outside of the city.
    package func site(of coordinate: Coordinate, at moment: Timestamp) throws -> Site? {
        try territory.site(of: coordinate, on: timeZone.local(moment).date)
    }

    /// Who is in charge of a matter, and why; nil outside of the city.
    package func ruling(on matter: Matter) throws -> Ruling? {
        let local = timeZone.local(matter.moment)
        let horizon = routing.rules.widestReach
        guard let site = try territory.site(of: matter.coordinate, on: local.date, horizon: horizon) else {
            return nil
        }
        let circumstances = Circumstances(
            site: site,
            category: matter.category,
            kind: matter.kind,
            at: local,
            calendar: holidays,
            answers: matter.answers
        )
        return Ruling(site: site, decision: routing.decide(circumstances), cityVersion: version)
    }

    /// Whether a point outside would lie in or near the city if its longitude and latitude changed places.
    package func looksSwapped(_ coordinate: Coordinate, at moment: Timestamp) -> Bool {
        guard let swapped = Coordinate(longitude: coordinate.latitude, latitude: coordinate.longitude),
            let bounds = territory.areas.inForce(on: timeZone.local(moment).date).bounds
        else { return false }
        let wide = Bounds(around: bounds.southWest, metres: City.surroundings)
            .union(Bounds(around: bounds.northEast, metres: City.surroundings))
        return wide.contains(swapped) && !wide.contains(coordinate)
    }

    /// Who mixes up the axes may also be a little off, in metres.
    private static let surroundings = 20_000.0
}

extension CityDocuments {
    /// The newest edition of a document that stands once.
    fileprivate func only(_ name: String) throws(CityDataError) -> [UInt8] {
        guard let edition = self[name].last else {
            throw CityDataError(document: name, place: "", reason: "is missing")
        }
        return edition.content
    }
}
