import Formats
import HTTP

/// A form that an address can answer in.
struct LayerOffer: Sendable {
    /// What `f` may say to have it; the first is its name.
    let names: [String]
    let type: ContentType
    /// The media types that `Accept` may name to have it.
    let accepted: [String]

    var name: String { names[0] }

    static let json = LayerOffer(names: ["json"], type: .json, accepted: ["application/json"])
    static let html = LayerOffer(
        names: ["html"],
        type: .html,
        accepted: ["text/html", "application/xhtml+xml"]
    )
    static let geoJSON = LayerOffer(
        names: ["json", "geojson"],
        type: .geoJSON,
        accepted: ["application/geo+json", "application/json", "application/vnd.geo+json"]
    )
    static let vectorTile = LayerOffer(
        names: ["mvt"],
        type: .vectorTile,
        accepted: ["application/vnd.mapbox-vector-tile", "application/x-protobuf"]
    )
    static let openAPI = LayerOffer(
        names: ["json"],
        type: ContentType("application/vnd.oai.openapi+json;version=3.0", isCompressible: true),
        accepted: ["application/vnd.oai.openapi+json", "application/openapi+json", "application/json"]
    )

    var isPage: Bool { type == .html }
}

extension LayerOffer {
    /// The offer that a request asks for: by `f`, or else by `Accept`.
    ///
    /// - Throws: 400 for an `f` that none of them is, 406 where the client takes none of them.
    static func chosen(by request: Request, of offers: [LayerOffer]) throws(Problem) -> LayerOffer {
        let names = offers.flatMap(\.names)
        var reader = QueryReader(request.query, repeatable: { $0 != "f" })
        if let name = reader.given("f") {
            if let offer = offers.first(where: { $0.names.contains(name) }) { return offer }
            reader.report("f", "choice", .formats(names))
        }
        try reader.finishIgnoringOthers()
        guard let index = Accept.best(request.headers[.accept], of: offers.map(\.accepted)) else {
            throw .noSuchForm(offers.map { $0.type.value.text })
        }
        return offers[index]
    }
}

extension LocalizedText {
    fileprivate static func formats(_ names: [String]) -> LocalizedText {
        let list = names.joined(separator: ", ")
        return LocalizedText(pl: "Jest tylko: \(list).", en: "There are only: \(list).")
    }
}

extension Problem {
    fileprivate static func noSuchForm(_ types: [String]) -> Problem {
        let list = types.joined(separator: ", ")
        return Problem(
            .notAcceptable,
            code: "not-acceptable",
            title: LocalizedText(pl: "Nie ma takiej postaci", en: "There is no such form"),
            detail: LocalizedText(pl: "Jest tylko: \(list).", en: "There are only: \(list).")
        )
    }
}
