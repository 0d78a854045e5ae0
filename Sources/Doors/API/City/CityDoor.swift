import Formats
package import HTTP
import Reports
package import Territory

/// The city as data: `/api/v1/states`, `/api/v1/categories`, `/api/v1/units` and `/api/v1/areas`, made once.
package struct CityDoor: Sendable {
    private let pages: DailyView<CityAnswers>
    private let states: Response

    package init(_ city: CurrentCity) {
        pages = DailyView(of: city) { city, day in CityAnswers(city, on: day) }
        states = Response(.json, PreparedBody(HandlingTable.standard.json(), compressing: .level(9)))
    }

    /// Adds the door's addresses.
    package func open(on router: inout Router) {
        router.group("/api/v1", cors: .publicReads) { group in
            group.get(
                "/states",
                inline: { [states] in
                    try $0.refuseParameters()
                    return states
                }
            )
            group.get("/categories", inline: { [pages] _ in pages.value(at: .now).categories })
            group.get("/units", inline: { [pages] _ in pages.value(at: .now).units })
            group.get("/areas", inline: { [pages] in try pages.value(at: .now).areas(asked: $0.query) })
        }
    }
}

/// The answers made of one version of the city.
private struct CityAnswers {
    let categories: Response
    let units: Response
    /// By the layers' codes.
    private let areas: [String: Response]

    init(_ city: City, on day: CivilDate) {
        categories = Response(.json, PreparedBody(city.catalogue.json(), compressing: .level(9)))
        units = Response(.json, PreparedBody(city.units.json(), compressing: .level(9)))
        var areas: [String: Response] = [:]
        for code in city.territory.areas.layerCodes {
            let attribution = city.profile.attribution
            areas[code] = city.territory.areas.geoJSON(code, on: day, attribution: attribution).map {
                Response(.geoJSON, PreparedBody($0, compressing: .level(9)))
            }
        }
        self.areas = areas
    }

    /// The layer that a query asks for, the districts if it asks for none.
    func areas(asked query: Query) throws(Problem) -> Response {
        var reader = QueryReader(query)
        let code = reader.text("layer") ?? CityAreas.districtLayer
        let found = areas[code]
        if found == nil { reader.report("layer", "choice", .layers(areas.keys.sorted())) }
        try reader.finish()
        guard let found else { throw .internalError }
        return found
    }
}

extension LocalizedText {
    fileprivate static func layers(_ codes: [String]) -> LocalizedText {
        let list = codes.joined(separator: ", ")
        return LocalizedText(pl: "Jest tylko: \(list).", en: "There are only: \(list).")
    }
}
