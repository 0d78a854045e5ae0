import Formats
import Geography
import HTTP
import Ledger
import Testing

@testable import Doors

/// Who sees what of the layers.
@Suite(.timeLimit(.minutes(2)))
struct LayerAudienceTests {
    private let items = "/collections/reports/items"
    private let box = "?bbox=19,50,20,51"

    @Test func `everybody sees what is public, a unit its own besides, the centre all`() async throws {
        try await withDoors("layer_audience") { doors in
            let open = try await doors.place(19.9373, 50.0617)
            let hidden = try await doors.place(19.9374, 50.0617)
            let foreign = try await doors.place(19.9375, 50.0617, category: "waste.dump", words: "Śmieci")
            try await doors.hide(hidden)
            try await doors.hide(foreign)
            let shown = try await doors.place(19.9376, 50.0617, category: "waste.dump", words: "Śmieci")
            let roads = try await doors.key("roads", [.unit], unit: "ZDMK")
            let centre = try await doors.key("centre", [.unit], unit: "KCK")
            let app = try await doors.key("app", [.report])
            for (bearer, expected) in [
                (nil, [open, shown]), (app, [open, shown]), (roads, [open, hidden, shown]),
                (centre, [open, hidden, foreign, shown]),
            ] {
                for path in [items, items + box] {
                    let answer = try await doors.layers(path, bearer: bearer)
                    #expect(answer.ids.sorted() == expected.sorted())
                    #expect(answer.matched == expected.count)
                    let isOpen = bearer == nil
                    #expect(
                        answer.response.headers[.cacheControl]
                            == (isOpen ? "public, no-cache" : "private, no-store")
                    )
                }
                for number in [open, hidden, foreign, shown] {
                    let status = try await doors.layers("\(items)/\(number)", bearer: bearer).status
                    #expect(status == (expected.contains(number) ? 200 : 404))
                }
            }
            #expect(try await doors.layers(items, bearer: "emapa_wrong").status == 401)
        }
    }

    @Test func `what is internal is told of the unit's own reports alone, and never a contact`() async throws
    {
        try await withDoors("layer_internal") { doors in
            let answer = try await doors.report(
                """
                {"category":"road.pothole","description":"Dziura, tel. 601 987 654",
                 "location":{"lon":19.9373,"lat":50.0617},
                 "contact":{"first_name":"Tajnoimie","last_name":"Tajnonazwisko","email":"tajny@example.org","phone":"601 222 333"}}
                """
            )
            let own = try #require(answer.object?["number"]?.stringValue)
            let other = try await doors.place(
                19.9374,
                50.0617,
                category: "waste.dump",
                words: "Śmieci, tel. 601 987 654"
            )
            let key = try await doors.key("roads", [.unit], unit: "ZDMK")
            for path in [items, items + box] {
                let listed = try await doors.layers(path, bearer: key)
                let features = Dictionary(uniqueKeysWithValues: zip(listed.ids, listed.features))
                let mine = try #require(features[own])
                #expect(mine.property("description")?.stringValue == "Dziura, tel. 601 987 654")
                #expect(mine.property("public_description")?.stringValue?.contains("601") == false)
                #expect(mine.property("hidden") == .bool(false))
                let names = (mine["properties"]?.objectValue?.members ?? []).map(\.name)
                #expect(names == FeatureFields.publicNames + FeatureFields.internalNames)
                let theirs = try #require(features[other])
                #expect(theirs.property("description")?.stringValue?.contains("601") == false)
                #expect(theirs["properties"]?.objectValue?.members.map(\.name) == FeatureFields.publicNames)
            }
            let pages = ["\(items)/\(own)", items, "\(items)/\(own)?f=html", "\(items)?f=html"]
            for path in pages {
                for bearer in [nil, key] {
                    let text = String(
                        decoding: try await doors.layers(path, bearer: bearer).body,
                        as: UTF8.self
                    )
                    for secret in ["Tajno", "tajny@", "601222333", "601 222"] {
                        #expect(!text.contains(secret), "\(path)")
                    }
                    if bearer == nil { #expect(!text.contains("601 987")) }
                }
            }
        }
    }

    @Test func `of a category that shows its place alone neither words nor photos are told`() async throws {
        try await withDoors("layer_wordless") { doors in
            let number = try await doors.place(
                19.9373,
                50.0617,
                category: "order.parking",
                words: "Czyjś samochód"
            )
            let feature = try #require(try await doors.layers("\(items)/\(number)").object)
            #expect(feature.property("description") == .null && feature.property("photo") == .null)
            let page = try await doors.layers("\(items)/\(number)?f=html")
            #expect(!String(decoding: page.body, as: UTF8.self).contains("Czyjś"))
        }
    }

    @Test func `tiles for a unit show its hidden reports, and nobody keeps them`() async throws {
        try await withDoors("layer_tiles_unit") { doors in
            let number = try await doors.place(19.9373, 50.0617)
            let place = try #require(Coordinate(longitude: 19.9373, latitude: 50.0617))
            let tile = try #require(Tile(containing: place, zoom: 14))
            let path = "/collections/reports/tiles/WebMercatorQuad/14/\(tile.y)/\(tile.x)?f=geojson"
            let centre = try await doors.key("centre", [.unit], unit: "KCK")
            let hiding = try await doors.post(
                "/api/v1/reports/\(number)/visibility",
                #"{"hidden":true}"#,
                bearer: centre
            )
            #expect(hiding.status == 200)
            let key = try await doors.key("roads", [.unit], unit: "ZDMK")
            let others = try await doors.key("green", [.unit], unit: "ZZM")
            for (bearer, count) in [(nil, 0), (key, 1), (others, 0)] {
                let answer = try await doors.layers(path, bearer: bearer)
                #expect(answer.features.count == count)
                #expect(
                    answer.response.headers[.cacheControl]
                        == (bearer == nil ? "public, no-cache" : "private, no-store")
                )
            }
        }
    }
}
