import Formats
import HTTP
import Ledger
import Testing

@testable import Doors

@Suite(.timeLimit(.minutes(2)))
struct ReadingTests {
    private let place = #""location":{"lon":19.9373,"lat":50.0617}"#

    @Test func `the public reads words without personal data, their sender reads what was written`()
        async throws
    {
        try await withDoors("reading_words") { doors in
            let sent = try await doors.report(
                #"{"category":"road.pothole","description":"Dziura, tel. 600 000 000","address":"Długa 5, a@example.org",\#(place)}"#
            )
            let path = try #require(sent.object?["url"]?.stringValue)
            let secret = try #require(sent.object?["secret"]?.stringValue)
            let open = try await doors.ask(.get, path)
            let words = try #require(open.object?["description"]?.stringValue)
            #expect(words.hasPrefix("Dziura") && !words.contains("600"))
            #expect(open.object?["address"]?.stringValue?.contains("example.org") == false)
            #expect(
                open.object?["mine"] == nil && open.object?["internal"] == nil
                    && open.object?["answers"] == nil
            )
            let mine = try await doors.ask(.get, path, bearer: secret)
            #expect(mine.object?["description"] == .string("Dziura, tel. 600 000 000"))
            #expect(mine.object?["mine"] == .bool(true))
            #expect(mine.response.headers[.cacheControl] == "no-store")
            #expect(mine.response.headers[.etag] == nil)
            #expect(mine.object?["internal"] == nil)
        }
    }

    @Test func `staff of the unit in charge and of the centre read all that was sent but the contact`()
        async throws
    {
        try await withDoors("reading_staff") { doors in
            let sent = try await doors.report(
                #"{"category":"waste.dump","description":"Gruz","answers":{"land":"private"},"contact":{"email":"a@example.org"},\#(place)}"#
            )
            let path = try #require(sent.object?["url"]?.stringValue)
            #expect(sent.object?["placement"]?.objectValue?["unit"]?.objectValue?["code"] == .string("SM"))
            for (name, unit, isStaff) in [
                ("own", "SM", true), ("centre", "KCK", true), ("other", "ZDMK", false),
            ] {
                let answer = try await doors.ask(
                    .get,
                    path,
                    bearer: try await doors.key(name, [.unit], unit: unit)
                )
                let details = answer.object?["internal"]?.objectValue
                #expect((details != nil) == isStaff)
                #expect((answer.object?["answers"]?.objectValue?["land"] != nil) == isStaff)
                if isStaff { #expect(details?["channel"] == .string("portal")) }
                #expect(!String(decoding: answer.body, as: UTF8.self).contains("example.org"))
            }
        }
    }

    @Test func `a category that shows its place alone has neither words nor address for the public`()
        async throws
    {
        try await withDoors("reading_place_only") { doors in
            let sent = try await doors.report(
                #"{"category":"order.parking","description":"Opis","address":"Długa 5",\#(place)}"#
            )
            #expect(sent.status == 201)
            let path = try #require(sent.object?["url"]?.stringValue)
            let open = try await doors.ask(.get, path)
            #expect(open.object?["description"] == .null)
            #expect(open.object?["address"] == .null)
            #expect(open.object?["photos"] == .array([]))
            let secret = try #require(sent.object?["secret"]?.stringValue)
            let mine = try await doors.ask(.get, path, bearer: secret)
            #expect(mine.object?["description"] == .string("Opis"))
        }
    }

    @Test func `what is for staff alone is not there for others, but for its sender`() async throws {
        try await withDoors("reading_withheld") { doors in
            let sent = try await doors.report(#"{"category":"noise","description":"Opis",\#(place)}"#)
            #expect(sent.status == 201)
            let path = try #require(sent.object?["url"]?.stringValue)
            let secret = try #require(sent.object?["secret"]?.stringValue)
            for (bearer, status) in [
                (nil, 404), (secret, 200), ("AAAAAAAAAAAAAAAAAAAAAA", 404), ("no secret", 401),
                ("emapa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 401),
            ] as [(String?, Int)] {
                let answer = try await doors.ask(.get, path, bearer: bearer)
                #expect(answer.status == status)
            }
            let comment = try await doors.post("\(path)/comments", #"{"text":"x"}"#)
            #expect(comment.status == 404)
        }
    }

    @Test func `a report that hasn't changed is not sent again`() async throws {
        try await withDoors("reading_tag") { doors in
            let sent = try await doors.report(
                #"{"category":"road.pothole","description":"Dziura",\#(place)}"#
            )
            let path = try #require(sent.object?["url"]?.stringValue)
            let first = try await doors.ask(.get, path)
            let tag = try #require(first.response.headers[.etag].flatMap { HeaderValue($0) })
            let same = try await doors.ask(.get, path, headers: [(.ifNoneMatch, tag)])
            #expect(same.status == 304)
            _ = try await doors.post("\(path)/support", "{}")
            let changed = try await doors.ask(.get, path, headers: [(.ifNoneMatch, tag)])
            #expect(changed.status == 200)
            #expect(changed.response.headers.values(of: .vary).contains("Authorization"))
            let head = try await doors.ask(.head, path)
            #expect(head.status == 200)
        }
    }

    @Test func `a query that nothing reads is refused`() async throws {
        try await withDoors("reading_query") { doors in
            let sent = try await doors.report(
                #"{"category":"road.pothole","description":"Dziura",\#(place)}"#
            )
            let path = try #require(sent.object?["url"]?.stringValue)
            let answer = try await doors.ask(.get, "\(path)?secret=x")
            #expect(answer.status == 400)
            #expect(answer.errors == ["secret unknown"])
        }
    }

    @Test func `the table of statuses and steps is served as the code has it`() async throws {
        try await withDoors("reading_states") { doors in
            let answer = try await doors.ask(.get, "/api/v1/states")
            #expect(answer.status == 200)
            #expect(answer.object?["initial"] == .string("received"))
            #expect(answer.object?["kinds"]?.arrayValue?.count == 3)
        }
    }
}
