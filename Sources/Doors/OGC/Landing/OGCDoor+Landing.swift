import Formats
import HTTP
import Pages
import Territory

/// Where programs and people begin: what there is, what is promised, and how it is described.
extension OGCDoor {
    func openLanding(_ group: inout RouteGroup, _ tongue: Tongue) {
        openRoot(&group, "/", tongue)
        get(&group, "/conformance", in: tongue, [.json, .html]) { visit in
            var reader = visit.reader
            try reader.finish()
            if visit.offer.isPage { return try conformancePage(for: visit) }
            return answer(conformance(for: visit), to: visit)
        }
        get(&group, "/api", in: tongue, [.openAPI, .html]) { visit in
            var reader = visit.reader
            try reader.finish()
            var response: Response
            if visit.offer.isPage {
                response = try documents.page(in: visit.language)
            } else {
                response = Response(visit.offer.type, documents.document)
            }
            response.headers.add(.cacheControl, "public, no-cache")
            return response
        }
    }

    /// The landing page, with a slash at the end of its address as without.
    func openRoot(_ group: inout RouteGroup, _ path: String, _ tongue: Tongue) {
        get(&group, path, in: tongue, [.json, .html]) { visit in
            var reader = visit.reader
            try reader.finish()
            if visit.offer.isPage { return try landingPage(for: visit) }
            return answer(landing(for: visit), to: visit)
        }
    }

    private func landing(for visit: LayerVisit) -> [UInt8] {
        var json = JSONWriter(reserving: 4_096)
        json.beginObject()
        json.key("title")
        json.string(visit.title)
        json.key("description")
        json.string(visit.words("description"))
        json.key("attribution")
        json.string(visit.city.profile.attribution[visit.language])
        let about = [
            visit.link(
                "service-desc",
                "/api?f=json",
                LayerOffer.openAPI.type,
                title: visit.words("links.api")
            ),
            visit.link("service-doc", "/api?f=html", .html, title: visit.words("links.reference")),
            visit.link("conformance", "/conformance", title: visit.words("conformance.title")),
            visit.link("data", "/collections", title: visit.words("collections.title")),
            visit.link(
                "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes",
                "/tileMatrixSets",
                title: visit.words("links.schemes")
            ),
        ]
        json.links(visit.links(among: [.json, .html]) + about)
        json.endObject()
        return json.bytes
    }

    private func conformance(for visit: LayerVisit) -> [UInt8] {
        var json = JSONWriter(reserving: 2_048)
        json.beginObject()
        json.key("conformsTo")
        json.strings(Conformance.classes)
        json.links(visit.links(among: [.json, .html]))
        json.endObject()
        return json.bytes
    }
}

extension LayerVisit {
    /// What the layers are called, and of which city they are.
    var title: String { "\(words("title")): \(city.profile.name[language])" }
}
