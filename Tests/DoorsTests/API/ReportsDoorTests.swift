import Formats
import Geography
import HTTP
import LiveMap
import Testing

@testable import Doors

@Suite(.timeLimit(.minutes(2)))
struct ReportsDoorTests {
    private let place = #""location":{"lon":19.9373,"lat":50.0617}"#

    @Test func `a report goes in at the door and is on its tile at once`() async throws {
        try await withDoors("door_flow") { doors in
            let answer = try await doors.report(
                #"{"category":"road.pothole","description":"Głęboka dziura",\#(place)}"#
            )
            #expect(answer.status == 201)
            let number = try #require(answer.object?["number"]?.stringValue)
            #expect(answer.response.headers[.location] == "/api/v1/reports/\(number)")
            let district = answer.object?["placement"]?.objectValue?["district"]?.objectValue
            #expect(district?["name"] == .string("Stare Miasto"))

            let coordinate = try #require(Coordinate(longitude: 19.937_3, latitude: 50.061_7))
            for zoom in [0, 10, 14, 22] {
                let tile = try #require(Tile(containing: coordinate, zoom: zoom))
                let found = try await doors.ask(.get, "/tiles/reports/\(zoom)/\(tile.x)/\(tile.y).geojson")
                #expect(found.status == 200)
                let features = found.object?["features"]?.arrayValue
                #expect(
                    features?.first?.objectValue?["properties"]?.objectValue?["number"] == .string(number)
                )
            }

            let again = try await doors.ask(.get, "/api/v1/reports/\(number)")
            #expect(again.status == 200)
            #expect(again.object?["category"] == .string("road.pothole"))
            #expect(again.object?["description"] == .string("Głęboka dziura"))
        }
    }

    @Test func `a report keeps why its unit was chosen`() async throws {
        try await withDoors("door_reasons") { doors in
            let taken = try await doors.report(
                #"{"category":"waste.dump","description":"Gruz","answers":{"land":"private"},\#(place)}"#
            )
            #expect(taken.status == 201)
            let number = try #require(taken.object?["number"]?.stringValue)
            let again = try await doors.ask(.get, "/api/v1/reports/\(number)")
            for answer in [taken, again] {
                let placement = answer.object?["placement"]?.objectValue
                #expect(placement?["unit"]?.objectValue?["code"] == .string("SM"))
                #expect(placement?["rule"] == .string("dump-private"))
                #expect(placement?["why"]?.objectValue?["en"]?.stringValue?.contains("private land") == true)
                #expect(placement?["needs_review"] == .bool(false))
                #expect(placement?["city_version"]?.numberValue?.integer == 1)
            }
        }
    }

    @Test func `what is not for the city is answered with whom to call or ask, and nothing is stored`()
        async throws
    {
        try await withDoors("door_no_case") { doors in
            for (fields, status, code, fact, value) in [
                (#""category":"waste.odour","answers":{"danger":"yes"}"#, 409, "emergency", "number", "992"),
                (#""category":"road.bridge","answers":{"danger":"yes"}"#, 409, "emergency", "number", "112"),
                (
                    #""category":"build.hazard","answers":{"land":"private"}"#, 422, "out-of-scope", "unit",
                    "PINB"
                ),
            ] {
                let answer = try await doors.report(#"{\#(fields),"description":"Pilne",\#(place)}"#)
                #expect(answer.status == status)
                #expect(answer.object?["code"] == .string(code))
                #expect(answer.object?[fact] == .string(value))
                #expect(answer.object?["detail"]?.stringValue?.isEmpty == false)
            }
            #expect(doors.map.snapshot.count == 0)
        }
    }

    @Test func `an answer that the question doesn't take is refused`() async throws {
        try await withDoors("door_answers") { doors in
            for (answers, error) in [
                (#"{"land":"mine"}"#, "#/answers/land choice"),
                (#"{"depth":"1"}"#, "#/answers/depth unknown"),
                (#"{"land":["private","municipal"]}"#, "#/answers/land choice"), ("[]", "#/answers type"),
                (#"{"land":7}"#, "#/answers type"), (#"{"a/b":"1"}"#, "#/answers/a~1b unknown"),
            ] {
                let answer = try await doors.report(
                    #"{"category":"waste.dump","description":"Gruz","answers":\#(answers),\#(place)}"#
                )
                #expect(answer.status == 422)
                #expect(answer.errors == [error])
            }
        }
    }

    @Test(arguments: [
        ("{", 400, []),
        ("\u{FEFF}{}", 400, []),
        (String(repeating: "[", count: 10_000), 400, []),
        ("[]", 422, ["# type"]),
        ("{}", 422, ["#/category missing", "#/description missing", "#/location missing"]),
        (
            #"{"category":7,"description":[],"location":"here"}"#, 422,
            ["#/category type", "#/description type", "#/location type"]
        ),
        (
            #"{"category":"road.pothole","description":"x","location":{"lon":200,"lat":null},"colour":1}"#,
            422,
            ["#/location/lon range", "#/location/lat missing", "#/colour unknown"]
        ),
        (#"{"category":"road.pothole","description":"x","location":{"lon":1e999,"lat":50}}"#, 400, []),
        (#"{"category":"road.pothole","description":"x","location":{"lon":NaN,"lat":50}}"#, 400, []),
        (
            #"{"category":"road.potholes","description":" ","location":{"lon":19.7,"lat":50.06}}"#, 422,
            ["#/category unknown", "#/location outside_city", "#/description missing"]
        ),
        (
            #"{"category":"road.pothole","description":"a\u0000b","location":{"lon":19.9373,"lat":50.0617}}"#,
            422,
            ["#/description control_character"]
        ),
        (
            #"{"category":"road.pothole","description":"x","location":{"lon":50.0617,"lat":19.9373}}"#, 422,
            ["#/location swapped"]
        ),
    ])
    func `what cannot be taken is refused with the place of every mistake`(
        body: String,
        status: Int,
        errors: [String]
    ) async throws {
        try await withDoors("door_refusal_\(body.utf8.reduce(0) { $0 &* 31 &+ Int($1) } & 0xFFFFFF)") {
            doors in
            let answer = try await doors.report(body)
            #expect(answer.status == status)
            #expect(answer.errors.sorted() == errors.sorted())
            #expect(doors.map.snapshot.count == 0)
        }
    }

    @Test func `a description may have four thousand characters and not one more`() async throws {
        try await withDoors("door_length") { doors in
            for (length, status) in [(4_000, 201), (4_001, 422)] {
                let text = String(repeating: "ż", count: length)
                let answer = try await doors.report(
                    #"{"category":"road.pothole","description":"\#(text)",\#(place)}"#
                )
                #expect(answer.status == status)
            }
        }
    }

    @Test func `invalid UTF-8 is refused`() async throws {
        try await withDoors("door_utf8") { doors in
            var body = Array(#"{"category":"road.pothole","description":"x","#.utf8)
            body.append(0xFF)
            let request = try Request(
                .post,
                "/api/v1/reports",
                headers: [(.contentType, "application/json")],
                body: body
            )
            #expect(await doors.router.respond(to: request).status.code == 400)
        }
    }

    @Test func `a body that does not call itself JSON is refused, so that no foreign form can send one`()
        async throws
    {
        try await withDoors("door_type") { doors in
            let body = #"{"category":"road.pothole","description":"x",\#(place)}"#
            for type in [nil, "text/plain", "application/x-www-form-urlencoded"] as [HeaderValue?] {
                let status = try await doors.ask(.post, "/api/v1/reports", type: type, body: body).status
                #expect(status == 415)
            }
        }
    }

    @Test(arguments: ["KCK-2026-000001", "KCK-2026-1", "x", "%F0%9F%98%80"])
    func `a number that nobody has is not found`(number: String) async throws {
        try await withDoors("door_number_\(number.utf8.count)") { doors in
            let answer = try await doors.ask(.get, "/api/v1/reports/\(number)")
            #expect(answer.status == 404)
        }
    }

    @Test func `a problem speaks the reader's language`() async throws {
        try await withDoors("door_language") { doors in
            let polish = try await doors.ask(.get, "/api/v1/reports/x", language: "pl")
            let english = try await doors.ask(.get, "/api/v1/reports/x", language: "en-GB, pl;q=0.5")
            #expect(polish.object?["title"] == .string("Nie ma takiego zgłoszenia"))
            #expect(english.object?["title"] == .string("There is no such report"))
        }
    }
}
