import Formats
import Geography
import HTTP
import Testing

@testable import Doors

/// Where programs and people begin, how answers are negotiated, and where links lead.
@Suite(.timeLimit(.minutes(2)))
struct LayerPagesTests {
    private static let paths = [
        "", "/conformance", "/api", "/collections", "/collections/reports", "/collections/districts",
        "/collections/zones",
        "/collections/units", "/collections/reports/items", "/collections/districts/items",
        "/collections/zones/items",
        "/collections/units/items", "/collections/districts/items/I", "/collections/units/items/ZDMK",
    ]

    @Test func `every address is data or a page, as it is asked for, in both languages`() async throws {
        try await withDoors("layer_forms") { doors in
            let number = try await doors.place(19.9373, 50.0617)
            for path in Self.paths + ["/collections/reports/items/\(number)"] {
                for (accept, query, isPage) in [
                    (nil, "", false), ("*/*", "", false), ("text/html", "", true),
                    ("text/html", "?f=json", false),
                    ("application/json", "?f=html", true), ("application/json", "", false),
                ] as [(HeaderValue?, String, Bool)] {
                    let answer = try await doors.layers(path + query, accept: accept)
                    #expect(answer.status == 200, "\(path)\(query)")
                    let type = answer.response.headers[.contentType] ?? ""
                    #expect(type.hasPrefix("text/html") == isPage, "\(path)\(query) \(type)")
                    #expect(answer.response.headers[.vary]?.contains("Accept") == true)
                    #expect(answer.response.headers[.allowOrigin] == "*")
                }
                #expect(try await doors.layers(path, accept: "image/png").status == 406)
                let twin = try await doors.ask(.get, "/en/ogc\(path)?f=html")
                let page = String(decoding: twin.body, as: UTF8.self)
                #expect(page.contains("<html lang=\"en\""), "\(path)")
                #expect(twin.response.headers[.contentSecurityPolicy]?.contains("script-src 'self';") == true)
                let head = try await doors.layers(path, method: .head)
                #expect(head.status == 200)
            }
            #expect(doors.missingNames.all == [])
        }
    }

    @Test func `all links in full lead to what they say`() async throws {
        try await withDoors("layer_links") { doors in
            _ = try await doors.place(19.9373, 50.0617)
            var waiting = ["/ogc", "/en/ogc"]
            var seen: Set<String> = []
            while let path = waiting.popLast(), seen.count < 400 {
                guard seen.insert(path).inserted else { continue }
                let answer = try await doors.ask(.get, path)
                #expect(answer.status == 200, "\(path)")
                visit(answer.object.map { .object($0) } ?? .null) { link in
                    guard link["templated"] == nil, let address = link["href"]?.stringValue else { return }
                    #expect(address.hasPrefix("http://localhost/"), "\(path): \(address)")
                    let next = String(address.dropFirst("http://localhost".count))
                    #expect(link["rel"]?.stringValue != "self" || !next.isEmpty)
                    waiting.append(next)
                }
            }
            #expect(seen.count > 60)
        }
    }

    @Test func `the landing page leads to the description, the conformance and the data`() async throws {
        try await withDoors("layer_landing") { doors in
            for path in ["/ogc", "/ogc/"] {
                let answer = try await doors.ask(.get, path)
                for relation in ["self", "alternate", "service-desc", "service-doc", "conformance", "data"] {
                    #expect(answer.links(relation).count == 1, "\(path) \(relation)")
                }
            }
            let classes = try await doors.layers("/conformance").object?["conformsTo"]?.arrayValue ?? []
            #expect(classes.compactMap(\.stringValue) == Conformance.classes)
            let api = try await doors.layers("/api")
            #expect(
                api.response.headers[.contentType] == "application/vnd.oai.openapi+json;version=3.0"
            )
            #expect(api.object?["openapi"]?.stringValue == "3.0.3")
        }
    }

    @Test func `collections have their extent, their reference system and links to their features`()
        async throws
    {
        try await withDoors("layer_collections") { doors in
            let number = try await doors.place(19.9373, 50.0617)
            try await doors.date(number, "2026-01-15T12:00:00Z")
            let answer = try await doors.layers("/collections")
            let known = (answer.object?["collections"]?.arrayValue ?? []).compactMap(\.objectValue)
            #expect(known.compactMap { $0["id"]?.stringValue } == ["reports", "districts", "zones", "units"])
            for collection in known {
                #expect(collection["crs"] == .array([.string(OGCDoor.crs84)]))
                let id = try #require(collection["id"]?.stringValue)
                let alone = try await doors.layers("/collections/\(id)")
                #expect(alone.object?["extent"] == collection["extent"])
                #expect(alone.links("items").count == 2)
                #expect((collection["extent"]?.objectValue?["spatial"] != nil) == (id != "units"))
            }
            let time = known.first?["extent"]?.objectValue?["temporal"]?.objectValue?["interval"]
            #expect(time == .array([.array([.string("2026-01-15T12:00:00Z"), .null])]))
            #expect(try await doors.layers("/collections/streets").status == 404)
            #expect(try await doors.layers("/collections?limit=1").status == 400)
            #expect(try await doors.layers("/collections/reports?f=xml").status == 400)
        }
    }

    @Test func `tiles lie as they are described, row before column`() async throws {
        try await withDoors("layer_tiles") { doors in
            _ = try await doors.place(19.9373, 50.0617)
            let place = try #require(Coordinate(longitude: 19.9373, latitude: 50.0617))
            let tile = try #require(Tile(containing: place, zoom: 14))
            let set = "/collections/reports/tiles/WebMercatorQuad"
            let here = "\(set)/14/\(tile.y)/\(tile.x)"
            let vector = try await doors.layers(here)
            #expect(vector.response.headers[.contentType] == "application/vnd.mapbox-vector-tile")
            #expect(!vector.body.isEmpty)
            let plain = try await doors.layers("\(here)?f=geojson")
            #expect(plain.features.count == 1)
            #expect(try await doors.layers(here, accept: "application/geo+json").features.count == 1)
            #expect(try await doors.layers("\(here)?f=geojson&category=green.tree").features.isEmpty)
            #expect(try await doors.layers("\(here)?f=geojson&datetime=../2020-01-01").features.isEmpty)
            #expect(try await doors.layers("\(set)/14/\(tile.x)/\(tile.y)").status == 204)
            for (path, status) in [
                ("\(set)/23/0/0", 404), ("\(set)/1/2/0", 404), ("\(set)/1/0/2", 404), ("\(set)/1/0/-1", 404),
                ("\(set)/x/0/0", 404), ("/collections/reports/tiles/WorldCRS84Quad/0/0/0", 404),
                ("\(here)?cluster=off", 400), ("\(here)?f=png", 400), ("\(here)?status=x", 400),
                ("/tileMatrixSets/x", 404), ("/collections/units/tiles", 404),
            ] {
                #expect(try await doors.ask(.get, "/ogc\(path)").status == status, "\(path)")
            }
            let scheme = try await doors.layers("/tileMatrixSets/WebMercatorQuad").object
            let matrices = (scheme?["tileMatrices"]?.arrayValue ?? []).compactMap(\.objectValue)
            #expect(matrices.count == 23)
            let scale = try #require(matrices.first?["scaleDenominator"]?.numberValue?.double)
            #expect(abs(scale - 559_082_264.028_717_8) < 0.001)
            let item = try #require(try await doors.layers(set).links("item").first)
            #expect(item.hasSuffix("/{tileMatrix}/{tileRow}/{tileCol}?f=mvt"))
        }
    }

    @Test func `an error is a page for who asks for pages, and a problem for programs`() async throws {
        try await withDoors("layer_errors") { doors in
            let page = try await doors.layers("/collections/reports/items?bbox=1", accept: "text/html")
            #expect(page.status == 400)
            #expect(page.response.headers[.contentType]?.hasPrefix("text/html") == true)
            let problem = try await doors.layers(
                "/collections/reports/items?bbox=1",
                accept: "application/json"
            )
            #expect(problem.response.headers[.contentType] == "application/problem+json")
        }
    }

    private func visit(_ json: JSON, _ body: (JSONObject) -> Void) {
        switch json {
        case .object(let object):
            if object["href"] != nil { body(object) }
            for member in object.members { visit(member.value, body) }
        case .array(let elements): for element in elements { visit(element, body) }
        default: return
        }
    }
}
