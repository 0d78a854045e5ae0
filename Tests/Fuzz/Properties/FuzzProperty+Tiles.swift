import Doors
import Formats
import Geography
import HTTP
import LiveMap
import Reports
import Territory
import TestSupport

extension FuzzProperty {
    /// Whatever stands behind `/tiles/reports/` is answered, by a tile that is sound or by a refusal.
    package static let tiles = FuzzProperty("tiles") { bytes in
        let address = "/tiles/reports/" + String(decoding: bytes, as: UTF8.self)
        guard let request = try? Request(.get, address) else { return nil }
        guard let router = try? FuzzTiles.router.get() else { return "the city can't be read" }
        guard let response = router.respondAtOnce(to: request) else { return "a route that needs a task" }
        switch (response.status.code, response.body) {
        case (204, .empty), (308, _): return nil
        case (400, .bytes(let problem)), (404, .bytes(let problem)):
            return (try? JSON.parse(problem)) == nil ? "a problem that is no JSON" : nil
        case (200, .prepared(let body)): return fault(of: body.identity.array, in: request.target)
        default: return "an answer of status \(response.status.code)"
        }
    }

    private static func fault(of tile: [UInt8], in target: Target) -> String? {
        guard target.segments.last?.hasSuffix(".geojson") == true else {
            return tile.isEmpty ? "a vector tile of no bytes" : nil
        }
        guard let collection = try? JSON.parse(tile, limits: .file).objectValue,
            let features = collection["features"]?.arrayValue
        else { return "a tile that is no JSON" }
        return features.count > FuzzTiles.reports ? "more features than reports" : nil
    }
}

/// The tiles' door of the shipped city, with a few reports on its map.
private enum FuzzTiles {
    static let reports = 200

    static let router = Result {
        let city = CurrentCity(try FuzzTiles.city())
        let now = CivilDate(daysSince1970: 20_778).start
        let cache = TileCache(bytes: 1 << 20)
        let map = LiveMap(on: MapDay(of: now, in: city.value.timeZone)) { cache.take($0, of: $1) }
        map.apply((1...reports).compactMap(mark))
        var router = Router()
        ReportTilesDoor(map, cache: cache, city: city, now: { now }).open(on: &router)
        return router
    }

    private static func mark(_ serial: Int) -> ReportMark? {
        guard let number = ReportNumber(prefix: "KCK", year: 2_026, serial: serial),
            let place = Coordinate(
                longitude: 19.93 + Double(serial % 14) * 0.000_7,
                latitude: 50.06 + Double(serial % 9) * 0.000_9
            )
        else { return nil }
        let created = Timestamp(seconds: 1_770_000_000 + Int64(serial) * 86_400)
        let status = ReportStatus.allCases[serial % ReportStatus.allCases.count]
        return ReportMark(
            id: ReportIdentifier(high: UInt64(serial), low: 0),
            number: number,
            coordinate: place,
            kind: ReportKind.allCases[serial % ReportKind.allCases.count],
            category: serial % 3 == 0 ? "road.pothole" : "road.light",
            status: status,
            unit: serial % 2 == 0 ? "ZDMK" : "MPO",
            district: "I",
            created: created,
            closed: status.isOpen ? nil : created.advanced(bySeconds: 86_400),
            closedSpells: [],
            supporters: serial % 5,
            isHidden: false,
            version: 1
        )
    }

    private static func city() throws -> City {
        var documents = CityDocuments(version: 1)
        for name in ["city", "categories", "units", "routing", "holidays", "danger", "duplicates"] {
            documents.put(
                name,
                .init(validFrom: nil, content: try Checkout.read("geodata/krakow/\(name).json"))
            )
        }
        let districts = try Checkout.read("geodata/krakow/districts.geojson")
        documents.put("districts", .init(validFrom: nil, content: districts))
        return try City(documents, at: CivilDate(daysSince1970: 20_778).start, timeZone: Krakow.timeZone)
    }
}
