import Formats
import HTTP
import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

@testable import Doors

@Suite(.timeLimit(.minutes(2))) struct ReadingRequestsTests {
    private let reports: String = "/api/v1/reports"

    /// Brings reports over: category, days before now, status, place.
    private func bring(
        _ facts: [(category: String, days: Int64, status: String, lon: String, lat: String)],
        into doors: DoorsUnderTest
    ) async throws -> [String] {
        let key = try await doors.key("old", [.import])
        var numbers: [String] = []
        for (index, fact) in facts.enumerated() {
            let moment = Timestamp(seconds: Timestamp.now.seconds - fact.days * 86_400 - Int64(index))
            let body = """
                {"category":"\(fact.category)","description":"Sprawa \(index)","created":"\(moment)","status":"\(fact.status)",
                "location":{"lon":\(fact.lon),"lat":\(fact.lat)}}
                """
            let taken = try await doors.post(reports, body, bearer: key)
            numbers.append(try #require(taken.object?["number"]?.stringValue))
        }
        return numbers
    }

    private let usual = ("19.9373", "50.0617")

    @Test func `a request has every member of the contract, alone and in lists`() async throws {
        try await withDoors("open311_members") { doors in
            let numbers = try await bring(
                [("road.pothole", 3, "resolved", "19.9373", "50.0617")],
                into: doors
            )
            let one = try await doors.both("requests/\(numbers[0])", schema: "requests")
            let list = try await doors.both("requests", schema: "requests")
            #expect(one.json == list.json)
            let request = one.entries[0]
            #expect(request["status"] == .string("closed"))
            #expect(request["service_name"] == .string("Dziura w jezdni"))
            #expect(request["agency_responsible"] == .string("Zarząd Dróg Miasta Krakowa"))
            #expect(request["lat"]?.numberValue?.double == 50.0617)
            #expect(request["long"]?.numberValue?.double == 19.9373)
            #expect(request["extended_attributes"] == nil && request["notes"] == nil)
            let extended = try await doors.both("requests", query: "extensions=true", schema: "requests")
            let known = extended.entries[0]["extended_attributes"]?.objectValue
            #expect(known?["status"] == .string("FIXED") && known?["channel"] == .string("partner"))
            #expect(known?["district"] == .string("I") && known?["unit"] == .string("ZDMK"))
            #expect(known?["attributes"] == nil, "answers are for staff")
            #expect(extended.entries[0]["notes"]?.arrayValue?.count == 1)
            let alone = try await doors.both(
                "requests/\(numbers[0])",
                query: "extensions=true",
                schema: "requests"
            )
            #expect(alone.json == extended.json)
        }
    }

    @Test func `the default is the last ninety days, and an empty list is a list`() async throws {
        try await withDoors("open311_window") { doors in
            let empty = try await doors.both("requests", schema: "requests")
            #expect(empty.status == 200 && empty.entries.isEmpty)
            let facts = [1, 89, 91, 200].map { (days: Int64) in
                ("road.pothole", days, "received", usual.0, usual.1)
            }
            let numbers = try await bring(facts, into: doors)
            let found = try await doors.both("requests", schema: "requests")
            #expect(found.all("service_request_id") == [numbers[0], numbers[1]])
        }
    }

    @Test func `filters say exactly what they say`() async throws {
        try await withDoors("open311_filters") { doors in
            let numbers = try await bring(
                [
                    ("road.pothole", 1, "received", "19.9373", "50.0617"),
                    ("road.sign", 2, "resolved", "19.9373", "50.0620"),
                    ("waste.bin", 3, "in_progress", "19.9373", "50.0700"),
                    ("road.pothole", 4, "duplicate", "20.0200", "50.0700"),
                    ("road.pothole", 100, "received", "19.9373", "50.0617"),
                ],
                into: doors
            )
            let now = Timestamp.now.seconds
            func day(_ days: Int64) -> String { "\(Timestamp(seconds: now - days * 86_400 + 3_600))" }
            let cases: [(query: String, found: [Int])] = [
                ("", [0, 1, 2, 3]), ("service_code=road.pothole", [0, 3]),
                ("service_code=road.sign,waste.bin", [1, 2]),
                ("service_code=road.sign&service_code=waste.bin", [1, 2]),
                ("service_code=road.sign,%20waste.bin", [1, 2]), ("service_code=nothing", []),
                ("service_code=", [0, 1, 2, 3]), ("status=open", [0, 2]), ("status=closed", [1, 3]),
                ("status=open,closed", [0, 1, 2, 3]), ("status=OPEN", [0, 2]), ("status=", [0, 1, 2, 3]),
                ("status=FIXED", [1]), ("status=closed&service_code=road.pothole", [3]),
                ("start_date=\(day(3))", [0, 1]), ("start_date=\(day(110))&end_date=\(day(90))", [4]),
                ("end_date=\(day(2))", [1, 2, 3]), ("start_date=\(day(4))&end_date=\(day(2))", [1, 2]),
                ("lat=50.0617&long=19.9373&radius=50", [0, 1]), ("lat=50.0617&long=19.9373", [0, 1]),
                ("lat=50.0617&long=19.9373&radius=30", [0]),
                ("lat=50.0617&long=19.9373&radius=20000", [0, 1, 2, 3]),
                ("lat=90&long=180&radius=1", []), ("lat=-90&long=-180&radius=20000", []),
                ("bbox=19.93,50.06,19.94,50.065", [0, 1]), ("bbox=20,50,21,51", [3]), ("q=sprawa%202", [2]),
                ("q=SPRAWA", [0, 1, 2, 3]), ("page_size=2", [0, 1]), ("page=2&page_size=3", [3]),
                ("page=9", []),
                ("page=1&page_size=1&status=closed", [1]), ("page=2&page_size=1&status=closed", [3]),
                ("updated_after=2000-01-01T00:00:00Z", [0, 1, 2, 3, 4]),
                ("updated_before=2000-01-01T00:00:00Z", []),
                ("updated_after=2000-01-01T00:00:00Z&status=closed", [1, 3]),
                ("updated_after=2000-01-01T00:00:00Z&q=sprawa%204", [4]),
                ("updated_after=\(day(2))&service_code=road.pothole", [0]),
                ("updated_after=2000-01-01T00:00:00Z&page=2&page_size=2", [2, 3]),
                ("updated_after=2000-01-01T00:00:00Z&start_date=\(day(3))", [0, 1]),
                ("service_request_id=\(numbers[4]),\(numbers[1])", [4, 1]),
                ("service_request_id=\(numbers[4])&status=closed&start_date=bad&page=0", [4]),
                ("service_request_id=\(numbers[1]),\(numbers[1])", [1]), ("service_request_id=nothing,7", []),
                ("service_request_id=\(numbers[1])%20,%20KCK-1999-000001", [1]),
                ("service_request_id=", [0, 1, 2, 3]),
                ("_=123&format=json&callback=x", [0, 1, 2, 3]),
            ]
            for (query, found) in cases {
                let answer = try await doors.both("requests", query: query, schema: "requests")
                #expect(answer.all("service_request_id") == found.map { numbers[$0] }, "\(query)")
            }
        }
    }

    @Test func `what cannot be meant is 400, with every mistake`() async throws {
        try await withDoors("open311_bad_filters") { doors in
            let ids = Array(repeating: "7", count: 501).joined(separator: ",")
            let cases: [(query: String, words: [String])] = [
                ("start_date=yesterday", ["start_date:"]), ("end_date=2026-02-30T00:00:00Z", ["end_date:"]),
                ("start_date=2026-06-30", ["start_date:"]),
                ("start_date=2026-06-30T12:00:00", ["start_date:"]),
                ("start_date=2026-06-30T00:00:00Z&end_date=2026-06-29T00:00:00Z", ["end_date:"]),
                ("start_date=2026-01-01T00:00:00Z&end_date=2026-04-01T00:00:01Z", ["2026-04-01T00:00:00Z"]),
                ("status=done", ["status:"]), ("page=0", ["page:"]), ("page=x", ["page:"]),
                ("page_size=501", ["page_size:"]), ("page=1000&page_size=500", ["page:"]),
                ("lat=50", ["long:"]), ("long=19", ["lat:"]), ("lat=91&long=19", ["lat:"]),
                ("lat=x&long=y", ["lat:", "long:"]),
                ("lat=50&long=19&radius=0", ["radius:"]), ("bbox=1,2,3", ["bbox:"]),
                ("bbox=20,50,19,51", ["bbox:"]),
                ("q=%21", ["q:"]), ("updated_after=now", ["updated_after:"]),
                ("service_request_id=\(ids)", ["500"]),
                ("status=done&page=0&start_date=x", ["status:", "page:", "start_date:"]),
            ]
            for (query, words) in cases {
                let answer = try await doors.both("requests", query: query, schema: "errors")
                #expect(answer.status == 400, "\(query)")
                for word in words { #expect(answer.sentences.contains { $0.contains(word) }, "\(query)") }
            }
            let right = [
                "start_date=2026-06-30T12:00:00%2B02:00", "start_date=2026-06-30T12:00:00+02:00",
                "start_date=2026-06-30T12:00Z",
                "start_date=2026-01-01T00:00:00Z&end_date=2026-04-01T00:00:00Z",
            ]
            for query in right {
                #expect(
                    try await doors.both("requests", query: query, schema: "requests").status == 200,
                    "\(query)"
                )
            }
        }
    }

    @Test func `an id that nobody has is 404, and a token is a request's identifier`() async throws {
        try await withDoors("open311_one") { doors in
            for path in [
                "requests/KCK-2026-999999", "requests/7", "tokens/7",
                "tokens/0198c0de-0000-7000-8000-000000000000",
            ] {
                #expect(try await doors.both(path, schema: "errors").status == 404, "\(path)")
            }
            let numbers = try await bring([("road.pothole", 1, "received", usual.0, usual.1)], into: doors)
            let whole = try await doors.ask(.get, "\(reports)/\(numbers[0])")
            let id = try #require(whole.object?["id"]?.stringValue)
            let token = try await doors.both("tokens/\(id)", schema: "tokens")
            #expect(token.entries[0]["service_request_id"] == .string(numbers[0]))
            #expect(token.entries[0]["token"] == .string(id))
        }
    }

    @Test func `nobody sees what is for staff, and a unit's key sees its own`() async throws {
        try await withDoors("open311_staff") { doors in
            let numbers = try await bring(
                [
                    ("road.pothole", 1, "received", usual.0, usual.1),
                    ("road.pothole", 1, "withdrawn", usual.0, usual.1),
                    ("waste.bin", 1, "received", usual.0, usual.1),
                    ("order.homeless", 1, "received", usual.0, usual.1),
                    ("opp", 1, "received", usual.0, usual.1),
                ],
                into: doors
            )
            let key = try await doors.key("zdmk", [.unit], unit: "ZDMK")
            let mpo = try await doors.key("other", [.unit], unit: "MPO")
            let everyone = try await doors.both("requests", schema: "requests")
            #expect(!everyone.all("service_request_id").contains(numbers[1]))
            let hidden = try #require(everyone.entries.first { $0["service_code"] == .string("opp") })
            #expect(hidden["description"] == .null && hidden["media_url"] == .null)
            for (query, status) in [("", 404), ("api_key=\(key)", 200), ("api_key=\(mpo)", 404)] {
                let schema = status == 200 ? "requests" : "errors"
                #expect(
                    try await doors.both("requests/\(numbers[1])", query: query, schema: schema).status
                        == status
                )
            }
            let own = try await doors.both("requests", query: "api_key=\(key)", schema: "requests")
            #expect(Set(own.all("agency_responsible")) == ["Zarząd Dróg Miasta Krakowa"])
            #expect(own.all("service_request_id").contains(numbers[1]))
            let byHeader = try await doors.both("requests", schema: "requests", bearer: key)
            #expect(byHeader.json == own.json)
            #expect(
                own.entries.first { $0["service_code"] == .string("opp") }?["description"]
                    == .string("Sprawa 4")
            )
            let wrong = try await doors.both("requests", query: "api_key=emapa_wrong", schema: "errors")
            #expect(wrong.status == 403)
        }
    }
}
