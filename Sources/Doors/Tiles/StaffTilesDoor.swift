import Formats
import Geography
package import HTTP
import Ledger
package import LiveMap
import Reports
package import Territory

/// The live map for units: `/dispatch/tiles/reports/…` and `/dispatch/tiles/unit/…`, the latter their own reports alone.
///
/// A unit sees of its own reports what the public must not: hidden ones, those of withheld categories, and
/// states that are internal; a key of the queue's unit acts for the centre, which sees everything. Whoever
/// has signed in to the console needs no key: a dispatcher sees as the unit does, others who may see cases as
/// the centre does. Nothing of it is kept anywhere.
package struct StaffTilesDoor: Sendable {
    private let map: LiveMap
    private let city: CurrentCity
    private let access: Access
    private let gate: StaffGate

    package init(_ map: LiveMap, city: CurrentCity, access: Access, gate: StaffGate) {
        self.map = map
        self.city = city
        self.access = access
        self.gate = gate
    }

    /// What is asked for.
    private enum Layer {
        /// All that the unit may see.
        case reports
        /// Its own reports.
        case unit

        func viewer(_ unit: String, in city: City) -> MapView.Viewer {
            switch self {
            case .reports: unit == city.units.queue.code ? .centre : .unit(unit)
            case .unit: .unitAlone(unit)
            }
        }
    }

    /// Adds the door's addresses.
    package func open(on router: inout Router) {
        router.group("/dispatch/tiles", check: access.check) { group in
            group.get("/reports/{z}/{x}/{y}.geojson") { try await answer($0, .geoJSON, .reports) }
            group.get("/reports/{z}/{x}/{y}.mvt") { try await answer($0, .vectorTile, .reports) }
            group.get("/unit/{z}/{x}/{y}.geojson") { try await answer($0, .geoJSON, .unit) }
            group.get("/unit/{z}/{x}/{y}.mvt") { try await answer($0, .vectorTile, .unit) }
        }
    }

    private func answer(
        _ request: Request,
        _ format: TileVariant.Format,
        _ layer: Layer
    ) async throws -> Response {
        let asker = try await asker(of: request)
        let tile = try Tile(request.parameters)
        let (city, now) = (city.value, Timestamp.now)
        let viewer = layer.viewer(asker.unit, in: city)
        let view = try MapView(request.query, in: city, on: MapDay(of: now, in: city.timeZone), for: viewer) {
            // Whose another unit's reports are, and by when, is that unit's to know.
            if case .unit = viewer { return .none }
            return QueueFilter(reading: &$0, by: asker.account, of: asker.own, in: city, at: now)
        }
        let content = TileVariant(format: format, view: view).content(of: tile, in: map.snapshot)
        var response = Response(tile: content, format)
        response.headers.add(.cacheControl, "private, no-store")
        return response
    }

    /// For whom tiles are.
    private struct Asker {
        /// The unit whose eyes they are for; that of the queue for those who see all cases.
        let unit: String
        /// The unit of a dispatcher or of a key.
        let own: String?
        /// The account whom `me` stands for; none has the number that keys come with.
        let account: Int
    }

    private func asker(of request: Request) async throws -> Asker {
        let caller = try await access.caller(of: request)
        guard caller.key == nil, caller.secret == nil, StaffGate.hasCookie(request) else {
            guard let unit = try caller.require(.unit).unit else { throw Problem.missingScope([.unit]) }
            return Asker(unit: unit, own: unit, account: 0)
        }
        let staff = try await gate.staff(of: request)
        try staff.require(.seeCase)
        let unit = staff.unit ?? city.value.units.queue.code
        return Asker(unit: unit, own: staff.unit, account: staff.id)
    }
}
