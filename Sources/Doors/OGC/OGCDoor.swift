import Formats
package import HTTP
package import Ledger
package import LiveMap
import Pages
package import Territory

/// Layers for GIS programs: OGC API - Features and OGC API - Tiles at `/ogc`, with pages to browse them by.
///
/// Everything is below `/en/ogc` too, where pages and data are in English.
package struct OGCDoor: Sendable {
    static let path = "/ogc"

    let ledger: Ledger
    let city: CurrentCity
    let access: Access
    let map: LiveMap
    let cache: TileCache
    let site: PortalSite
    let layers: DailyView<PlainLayers>
    let day: CityDay
    let documents: LayerDocuments
    let features: FeatureCache

    /// Some quarter of a million reports.
    private static let cachedBytes = 192 << 20

    /// Joins what answers requests; `description` is the door's OpenAPI document.
    ///
    /// - Throws: `JSONSyntaxError` or `BrokenDescription` where the document cannot be read.
    package init(
        ledger: Ledger,
        city: CurrentCity,
        access: Access,
        map: LiveMap,
        cache: TileCache,
        site: PortalSite,
        description: [UInt8]
    ) throws {
        self.ledger = ledger
        self.city = city
        self.access = access
        self.map = map
        self.cache = cache
        self.site = site
        layers = DailyView(of: city) { city, day in PlainLayers(city, on: day) }
        day = CityDay(city)
        documents = try LayerDocuments(description)
        features = FeatureCache(bytes: OGCDoor.cachedBytes)
    }

    /// Adds the door's addresses.
    package func open(on router: inout Router) {
        for tongue in Tongue.all {
            router.group(tongue.path(OGCDoor.path), cors: .publicReads, check: access.check) { group in
                openLanding(&group, tongue)
                openCollections(&group, tongue)
                openItems(&group, tongue)
                openTiles(&group, tongue)
            }
            router.group("/", cors: .publicReads, check: access.check) { group in
                openRoot(&group, tongue.path(OGCDoor.path) + "/", tongue)
            }
        }
    }

    /// An address that answers in one of some forms.
    func get(
        _ group: inout RouteGroup,
        _ path: String,
        in tongue: Tongue,
        _ offers: [LayerOffer],
        _ make: @escaping @Sendable (LayerVisit) async throws -> Response
    ) {
        group.get(path) { request in
            let offer = try LayerOffer.chosen(by: request, of: offers)
            let caller = try await access.caller(of: request)
            let isPolish = tongue.language == .pl && (offer.isPage || request.language == .pl)
            let visit = try site.visit(request, in: Tongue(language: isPolish ? .pl : .en))
            var response = try await make(
                LayerVisit(visit: visit, tongue: tongue, offer: offer, caller: caller)
            )
            response.headers.add(.vary, "Accept, Accept-Language")
            // Who shows a key may see more than others: nobody keeps that.
            if caller.key != nil { response.headers.set(.cacheControl, "private, no-store") }
            return response
        }
    }

    /// Data for everybody, which are asked for again each time and mostly have not changed.
    func answer(_ bytes: [UInt8], tag: HeaderValue? = nil, to visit: LayerVisit) -> Response {
        var response = Response(visit.offer.type, bytes)
        response.headers.add(.etag, tag ?? EntityTag.hashing(bytes))
        response.headers.add(.cacheControl, "public, no-cache")
        if visit.offer.type != .vectorTile {
            response.headers.add(.contentLanguage, HeaderValue(visit.language.rawValue) ?? "pl")
        }
        return response
    }
}
