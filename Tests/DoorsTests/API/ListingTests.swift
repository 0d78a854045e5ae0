import Formats
import HTTP
import Ledger
import TestSupport
import Testing

@testable import Doors

@Suite(.timeLimit(.minutes(2)))
struct ListingTests {
    private let list = "/api/v1/reports"

    private func send(_ doors: DoorsUnderTest, _ category: String, _ words: String = "Opis") async throws
        -> String
    {
        let answer = try await doors.report(
            #"{"category":"\#(category)","description":"\#(words)","location":{"lon":19.9373,"lat":50.0617}}"#
        )
        return try #require(answer.object?["number"]?.stringValue)
    }

    private func numbers(_ answer: Answer) -> [String] {
        (answer.object?["reports"]?.arrayValue ?? []).compactMap { $0.objectValue?["number"]?.stringValue }
    }

    @Test func `a list goes page by page from the newest, and its links lead on`() async throws {
        try await withDoors("listing_pages") { doors in
            var sent: [String] = []
            for index in 0..<5 { sent.append(try await send(doors, "road.pothole", "Dziura \(index)")) }
            var found: [String] = []
            var target = "\(list)?limit=2&status=received"
            for _ in 0..<3 {
                let answer = try await doors.ask(.get, target)
                #expect((answer.object?["cursor"] != nil) == found.isEmpty)
                found += numbers(answer)
                guard let link = answer.response.headers["Link"] else { break }
                #expect(link.hasSuffix(">; rel=\"next\""))
                target = String(link.dropFirst().prefix { $0 != ">" })
                #expect(answer.object?["next"]?.stringValue.map { target.hasSuffix("page=\($0)") } == true)
            }
            #expect(found == Array(sent.reversed()))
        }
    }

    @Test func `filters narrow a list`() async throws {
        try await withDoors("listing_filters") { doors in
            let hole = try await send(doors, "road.pothole", "Ogromna dziura")
            let tree = try await send(doors, "green.tree", "Suche drzewo")
            let hidden = try await send(doors, "noise", "Ogromny hałas")
            let wordless = try await send(doors, "order.parking", "Ogromny samochód")
            let all = [wordless, tree, hole]
            for (query, expected) in [
                ("", all), ("category=green.tree", [tree]),
                ("category=green.tree,road.pothole", [tree, hole]),
                ("unit=ZDMK", [hole]), ("district=I", all), ("district=II", []), ("kind=idea", []),
                ("kind=intervention,inquiry", all), ("status=received", all), ("status=resolved,planned", []),
                ("bbox=19.9,50.0,20.0,50.1", all), ("bbox=20.0,50.0,20.1,50.1", []), ("from=2026-01-01", all),
                ("to=2026-01-01", []), ("from=2026-01-01T00:00:00Z&to=2999-12-31", all),
                ("q=ogromna", [hole]),
                ("q=DZIURA%20ogromna", [hole]), ("limit=1", [wordless]),
            ] {
                let answer = try await doors.ask(.get, "\(list)?\(query)")
                #expect(answer.status == 200)
                #expect(numbers(answer) == expected, "\(query)")
            }
            let centre = try await doors.key("centre", [.unit], unit: "KCK")
            let staff = try await doors.ask(.get, list, bearer: centre)
            #expect(numbers(staff) == [wordless, hidden, tree, hole])
            #expect(staff.response.headers[.cacheControl] == "no-store")
        }
    }

    @Test(
        arguments: [
            ("colour=red", ["colour unknown"]), ("status=open", ["status choice"]),
            ("status=received,", ["status choice"]),
            ("category=road", ["category choice"]), ("unit=XYZ", ["unit choice"]),
            ("district=XIX", ["district choice"]),
            ("kind=party", ["kind choice"]), ("bbox=1,2,3", ["bbox format"]),
            ("bbox=20,50,19,51", ["bbox format"]),
            ("bbox=NaN,0,1,1", ["bbox format"]), ("from=yesterday", ["from format"]),
            ("to=2026-02-30", ["to format"]),
            ("limit=0", ["limit range"]), ("limit=201", ["limit range"]), ("limit=x", ["limit range"]),
            ("page=made-up", ["page format"]),
            ("page=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", ["page format"]),
            ("q=%21%21", ["q format"]), ("limit=1&limit=2", ["limit repeated"]),
            ("after=made-up", ["after format"]),
            ("after=&status=received", ["status unknown"]),
        ] as [(String, [String])]
    )
    func `a filter that means nothing is refused`(query: String, errors: [String]) async throws {
        try await withDoors("listing_bad_\(query.utf8.reduce(0) { $0 &* 31 &+ Int($1) } & 0xFFFFFFF)") {
            doors in
            let answer = try await doors.ask(.get, "\(list)?\(query)")
            #expect(answer.status == 400)
            #expect(answer.object?["code"] == .string("invalid-filter"))
            #expect(answer.errors == errors)
        }
    }

    @Test func `who follows the changes misses nothing and forgets what is gone`() async throws {
        try await withDoors("listing_changes") { doors in
            let first = try await send(doors, "road.pothole")
            let second = try await send(doors, "road.pothole", "Inna")
            try await doors.database.settle()
            let start = try await doors.ask(.get, "\(list)?after=&limit=1")
            #expect(numbers(start) == [first])
            #expect(start.object?["more"] == .bool(true))
            let cursor = try #require(start.object?["cursor"]?.stringValue)
            let rest = try await doors.ask(.get, "\(list)?after=\(cursor)")
            #expect(numbers(rest) == [second])
            let then = try #require(rest.object?["cursor"]?.stringValue)
            let nothing = try await doors.ask(.get, "\(list)?after=\(then)")
            #expect(numbers(nothing) == [])
            let own = try await doors.key("own", [.unit], unit: "ZDMK")
            _ = try await doors.post("\(list)/\(first)/support", "{}")
            _ = try await doors.post("\(list)/\(second)/visibility", #"{"hidden":true}"#, bearer: own)
            try await doors.database.settle()
            let news = try await doors.ask(.get, "\(list)?after=\(then)")
            #expect(numbers(news) == [first])
            let gone = news.object?["gone"]?.arrayValue?.compactMap { $0.objectValue?["number"]?.stringValue }
            #expect(gone == [second])
            #expect(news.object?["more"] == .bool(false))
        }
    }

    @Test func `the first page's cursor is where changes begin`() async throws {
        try await withDoors("listing_cursor") { doors in
            _ = try await send(doors, "road.pothole")
            let page = try await doors.ask(.get, list)
            let cursor = try #require(page.object?["cursor"]?.stringValue)
            let later = try await send(doors, "road.pothole", "Inna")
            try await doors.database.settle()
            let news = try await doors.ask(.get, "\(list)?after=\(cursor)")
            #expect(numbers(news) == [later])
        }
    }

    @Test func `a cursor counts only for who sees as much as when it was given`() async throws {
        try await withDoors("listing_eyes") { doors in
            _ = try await send(doors, "road.pothole")
            let page = try await doors.ask(.get, list)
            let cursor = try #require(page.object?["cursor"]?.stringValue)
            let own = try await doors.key("own", [.unit], unit: "ZDMK")
            let staff = try await doors.ask(.get, "\(list)?after=\(cursor)", bearer: own)
            #expect(staff.status == 410)
            #expect(staff.object?["code"] == .string("start-again"))
        }
    }

    @Test func `what lists show has another number wherever it is something else`() {
        let views = [
            ListView(of: .everyone(withheld: []), wordless: []),
            ListView(of: .everyone(withheld: ["a"]), wordless: []),
            ListView(of: .everyone(withheld: []), wordless: ["a"]),
            ListView(of: .everyone(withheld: ["a"]), wordless: ["a"]),
            ListView(of: .everyone(withheld: ["a", "b"]), wordless: ["b", "a"]),
            ListView(of: .everyone(withheld: ["ab"]), wordless: ["b", "a"]),
            ListView(of: .staff(unit: nil), wordless: []),
            ListView(of: .staff(unit: "ZDMK"), wordless: []),
        ]
        #expect(Set(views.map(\.stamp)).count == views.count)
        let again = ListView(of: .everyone(withheld: ["b", "a"]), wordless: ["a", "b"])
        #expect(again == views[4])
    }

    @Test func `a history tells everybody what they may know`() async throws {
        try await withDoors("listing_history") { doors in
            let number = try await send(doors, "road.pothole")
            let path = "\(list)/\(number)"
            let own = try await doors.key("own", [.unit], unit: "ZDMK")
            _ = try await doors.post("\(path)/comments", #"{"text":"Dzwońcie: 600 000 000"}"#)
            _ = try await doors.post("\(path)/notes", #"{"text":"Między nami","public":false}"#, bearer: own)
            _ = try await doors.post("\(path)/steps", #"{"status":"assigned"}"#, bearer: own)
            let open = try await doors.ask(.get, "\(path)/history")
            let entries = (open.object?["entries"]?.arrayValue ?? []).compactMap(\.objectValue)
            #expect(entries.map { $0["what"]?.stringValue } == ["received", "comment", "status"])
            #expect(entries.map { $0["version"]?.numberValue?.integer } == [1, 2, 4])
            #expect(entries[1]["text"]?.stringValue?.contains("600") == false)
            #expect(entries[2]["by"] == .string("unit"))
            #expect(entries[2]["from_status"] == .string("received"))
            let staff = try await doors.ask(.get, "\(path)/history", bearer: own)
            let all = (staff.object?["entries"]?.arrayValue ?? []).compactMap(\.objectValue)
            #expect(all.count == 4)
            #expect(all[2]["text"] == .string("Między nami"))
            #expect(all[2]["public"] == .bool(false))
        }
    }
}
