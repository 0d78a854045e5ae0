import Formats
import Geography
package import HTTP
import LiveMap
package import Territory

/// How map libraries find the reports: `/tiles/reports.json`, with the filters that their tiles shall have.
package struct ReportTileJSONDoor: Sendable {
    private let city: CurrentCity
    private let bounds: DailyView<Bounds?>

    /// A door to the description of a city's reports.
    package init(_ city: CurrentCity) {
        self.city = city
        bounds = DailyView(of: city) { city, day in city.territory.areas.inForce(on: day).bounds }
    }

    /// Adds the door's address.
    package func open(on router: inout Router) {
        router.group("/tiles", cors: .publicReads) { group in
            group.get("/reports.json", inline: { try describe($0) })
        }
    }

    private func describe(_ request: Request) throws -> Response {
        let description = TileJSON(
            reportsOf: city.value.profile.name[request.language],
            in: request.language,
            bounds: bounds.value(at: .now),
            filter: try filter(request),
            base: request.origin.base.text
        )
        let bytes = description.json()
        var response = Response(.json, bytes)
        response.headers.add(.etag, EntityTag.hashing(bytes))
        response.headers.add(.cacheControl, "public, no-cache")
        response.headers.add(.vary, "Accept-Language")
        return response
    }

    /// What the tiles shall show; refused here already if they would refuse it.
    private func filter(_ request: Request) throws -> Query {
        _ = try MapView(request.query, in: city.value, on: MapDay(of: .now, in: city.value.timeZone))
        return request.query
    }
}
