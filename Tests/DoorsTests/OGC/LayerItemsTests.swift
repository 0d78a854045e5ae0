import Formats
import HTTP
import Ledger
import Reports
import Testing

@testable import Doors

/// Lists of features, and what breaks other servers.
@Suite(.timeLimit(.minutes(2)))
struct LayerItemsTests {
    private let items = "/collections/reports/items"

    private static let wrong = [
        "limit=0", "limit=-1", "limit=x", "limit=", "limit=1.5", "limit=10&limit=20", "bbox=", "bbox=1,2,3",
        "bbox=1,2,3,4,5", "bbox=a,b,c,d", "bbox=19,51,20,50", "bbox=19,50,181,51", "bbox=19,91,20,92",
        "bbox=19,50,9,20,51,1", "bbox=nan,1,2,3", "bbox=19,50,20,51,", "bbox=1e400,0,1,1", "datetime=",
        "datetime=yesterday",
        "datetime=2026-13-01", "datetime=2026-06-30T12:00:00", "datetime=2026-07-01/2026-06-30",
        "datetime=2026-06-30/2026-07-01/2026-07-02", "datetime=2026-06-30//", "cursor=", "cursor=x",
        "cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "status=done", "status=", "status=received,",
        "kind=wish",
        "category=", "f=xml", "f=", "f=json&f=html", "crs=x", "bbox-crs=x", "offset=10", "LIMIT=5", "q=x",
        "category%20=x", "resultType=hits",
    ]

    @Test func `what is unknown or wrong is 400, and the answer says which`() async throws {
        try await withDoors("layer_400") { doors in
            for query in Self.wrong {
                let answer = try await doors.layers("\(items)?\(query)")
                #expect(answer.status == 400, "\(query)")
                #expect(answer.response.headers[.contentType] == "application/problem+json")
                let name = try #require(query.split(separator: "=").first).replacing("%20", with: " ")
                #expect(answer.errors.first?.hasPrefix("\(name) ") == true, "\(query)")
            }
        }
    }

    @Test func `boxes, times and properties narrow a list, and what is outside is an empty one`() async throws
    {
        try await withDoors("layer_filters") { doors in
            let hole = try await doors.place(19.9373, 50.0617)
            let tree = try await doors.place(19.9411, 50.0543, category: "green.tree", words: "Drzewo")
            try await doors.date(hole, "2026-01-15T12:00:00.400Z")
            let now = try await doors.layers("\(items)?limit=1")
            #expect(now.ids == [tree] && now.matched == 2)
            for (query, expected) in [
                ("", [tree, hole]), ("bbox=19.93,50.06,19.94,50.07", [hole]), ("bbox=0,0,1,1", []),
                ("bbox=19.93,50.06,0,19.94,50.07,900", [hole]),
                ("bbox=19.9373,50.0617,19.9373,50.0617", [hole]),
                ("bbox=19.93730001,50.0617,19.94,50.07", []), ("bbox=19.93,50.06,19.9372999,50.07", []),
                ("bbox=1.99e1,5.0e1,2.0e1,5.1e1&category=green.tree", [tree]), ("bbox=170,-90,-170,90", []),
                ("bbox=19,49,-170,51&unit=ZDMK", [hole]), ("bbox=-180,-90,180,90&kind=idea", []),
                ("datetime=2026-01-15T12:00:00Z", [hole]), ("datetime=2026-01-15T13:00:00%2B01:00", [hole]),
                ("datetime=2026-01-15T13:00:00+01:00", [hole]), ("datetime=2026-01-15T12:00:00.4Z", []),
                ("datetime=2026-01-15T12:00:01Z", []), ("datetime=2026-01-15", [hole]),
                ("datetime=2026-01-14/2026-01-15", [hole]), ("datetime=../2026-01-15T12:00:00Z", [hole]),
                ("datetime=../2026-01-15T11:59:59.999Z", []), ("datetime=/2026-01-15", [hole]),
                ("datetime=2026-01-15T12:00:00Z/..", [tree, hole]),
                ("datetime=2026-01-15T12:00:00.001Z/", [tree]),
                ("datetime=../..", [tree, hole]), ("datetime=1900-01-01/1901-01-01", []),
                ("category=road.pothole,green.tree", [tree, hole]), ("category=made.up", []),
                ("status=received", [tree, hole]), ("status=resolved", []), ("district=I", [tree, hole]),
                ("district=II", []), ("unit=ZDMK", [hole]), ("kind=intervention,idea", [tree, hole]),
                ("district=%27%3B--", []), ("limit=10001", [tree, hole]),
                ("limit=99999999999999999999999", [tree, hole]), ("limit=007", [tree, hole]),
            ] {
                let answer = try await doors.layers(query.isEmpty ? items : "\(items)?\(query)")
                #expect(answer.status == 200, "\(query)")
                #expect(answer.ids.sorted() == expected.sorted(), "\(query)")
                #expect(answer.matched == expected.count, "\(query)")
            }
        }
    }

    @Test(arguments: [("time", ""), ("place", "&bbox=19.9,50,20,50.1")])
    func `links lead through a list to its end, each feature once`(_ order: String, _ box: String)
        async throws
    {
        try await withDoors("layer_pages_\(order)") { doors in
            var sent: [String] = []
            for step in 0..<7 { sent.append(try await doors.place(19.9373 + Double(step) / 10_000, 50.0617)) }
            var found: [String] = []
            var path: String? = "\(items)?limit=3&status=received\(box)"
            var pages = 0
            while let here = path {
                let answer = try await doors.layers(here)
                #expect(answer.status == 200)
                found += answer.ids
                pages += 1
                #expect(answer.object?["numberReturned"] == .number(JSONNumber(Int64(answer.ids.count))))
                path = answer.next
                if let next = path { #expect(next.contains("limit=3") && next.contains("status=received")) }
            }
            #expect(pages == 3 && found.sorted() == sent.sorted())
        }
    }

    @Test func `a feature says what a report says, and its address names it`() async throws {
        try await withDoors("layer_feature") { doors in
            let number = try await doors.place(19.9373, 50.0617, words: "Dziura, tel. 601 987 654")
            let answer = try await doors.layers("\(items)/\(number)", language: "en")
            #expect(answer.status == 200)
            #expect(answer.response.headers[.contentType] == "application/geo+json")
            let feature = try #require(answer.object)
            #expect(
                feature["geometry"]
                    == .object(
                        try #require(
                            JSON.parse(Array(#"{"type":"Point","coordinates":[19.9373,50.0617]}"#.utf8))
                                .objectValue
                        )
                    )
            )
            #expect(feature.property("category_name") == .string("Pothole"))
            #expect(feature.property("status_name") == .string("Received"))
            #expect(feature.property("district") == .string("I"))
            #expect(feature.property("url")?.stringValue == "http://localhost/en/reports/\(number)")
            #expect(feature.property("description")?.stringValue?.contains("601") == false)
            #expect(feature["properties"]?.objectValue?.members.map(\.name) == FeatureFields.publicNames)
            let listed = try await doors.layers(items, language: "en").features.first
            #expect(listed?["properties"] == feature["properties"])
            for missing in ["KCK-2026-999999", "x", number.lowercased(), "\(number)%20"] {
                #expect(try await doors.layers("\(items)/\(missing)").status == 404)
            }
        }
    }

    @Test func `what has not changed is not sent again, though each answer has its moment`() async throws {
        try await withDoors("layer_etag") { doors in
            _ = try await doors.place(19.9373, 50.0617)
            for path in [
                items, "\(items)?bbox=19,50,20,51", "/collections", "/conformance", "/api",
                "/collections/zones/items",
            ] {
                let first = try await doors.layers(path)
                let tag = try #require(first.response.headers[.etag].flatMap { HeaderValue($0) })
                let second = try await doors.layers(path, headers: [(.ifNoneMatch, tag)])
                #expect(second.status == 304 && second.body.isEmpty, "\(path)")
            }
            let before = try await doors.layers(items).response.headers[.etag]
            _ = try await doors.place(19.9374, 50.0617)
            #expect(try await doors.layers(items).response.headers[.etag] != before)
        }
    }

    @Test func `layers of the city are filtered by their own outlines`() async throws {
        try await withDoors("layer_plain") { doors in
            let districts = try await doors.layers("/collections/districts/items?limit=100")
            #expect(districts.ids.count == 18 && districts.ids.first == "I" && districts.ids.last == "XVIII")
            #expect(districts.matched == 18 && districts.next == nil)
            for (path, expected) in [
                ("districts/items?bbox=19.937,50.061,19.938,50.062", ["I"]),
                ("districts/items?bbox=0,0,1,1", []),
                ("districts/items?code=VII,XVIII", ["VII", "XVIII"]), ("districts/items?code=XIX", []),
                ("districts/items?datetime=1900-01-01T00:00:00Z&code=I", ["I"]),
                ("units/items?kind=queue", ["KCK"]), ("units/items?bbox=-180,-90,180,90", []),
            ] {
                let answer = try await doors.layers("/collections/\(path)")
                #expect(answer.ids == expected, "\(path)")
            }
            var (found, path): ([String], String?) = ([], "/collections/zones/items?limit=7")
            while let here = path {
                let answer = try await doors.layers(here)
                found += answer.ids
                path = answer.next
            }
            #expect(found.count > 20 && Set(found).count == found.count && found == found.sorted())
            let one = try await doors.layers("/collections/zones/items/\(try #require(found.first))")
            #expect(one.object?["id"]?.stringValue == found.first)
            #expect(try await doors.layers("/collections/districts/items?category=x").status == 400)
            #expect(try await doors.layers("/collections/units/items/NOBODY").status == 404)
        }
    }
}
