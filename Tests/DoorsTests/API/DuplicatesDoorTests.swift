import Formats
import HTTP
import Ledger
import Testing

@testable import Doors

/// What is asked before a report is sent, and what staff link.
@Suite(.timeLimit(.minutes(2)))
struct DuplicatesDoorTests {
    private static func lamp(_ text: String, east: Double = 0, _ more: String = "") -> String {
        let longitude = 19.9373 + east / 71_550
        return
            #"{"category":"road.light","description":"\#(text)","location":{"lon":\#(longitude),"lat":50.0617}\#(more)}"#
    }

    private static func question(_ text: String, _ more: String = "") -> String {
        #"{"category":"road.light","description":"\#(text)","lon":19.9374,"lat":50.0617\#(more)}"#
    }

    private static func candidates(_ answer: Answer) -> [JSONObject] {
        (answer.object?["candidates"]?.arrayValue ?? []).compactMap(\.objectValue)
    }

    @Test func `both ways of asking give the same candidates, the likeliest first`() async throws {
        try await withDoors("duplicates_ask") { doors in
            var numbers: [String] = []
            for (text, east) in [
                ("Latarnia nr 12 przy szkole nie świeci", 0), ("Latarnia nr 15 nie świeci", 30),
                ("Lampa mruga przy Żabce", 60), ("Nie działa oświetlenie alejki", 90), ("Ciemno przy 4", 110),
                ("Ciemno przy kiosku", 120),
            ] as [(String, Double)] {
                let sent = try await doors.report(Self.lamp(text, east: east))
                numbers.append(try #require(sent.object?["number"]?.stringValue))
            }
            let posted = try await doors.post(
                "/api/v1/duplicates",
                Self.question("lampa 12 koło szkoły ciemna")
            )
            let found = Self.candidates(posted)
            #expect(posted.status == 200)
            #expect(found.count == 5)
            #expect(found.first?["number"]?.stringValue == numbers[0])
            #expect(found.first?["decision"]?.stringValue == "same")
            #expect(found.first?["description"]?.stringValue == "Latarnia nr 12 przy szkole nie świeci")
            let values = found.compactMap { $0["likeness"]?.numberValue?.double }
            #expect(values == values.sorted(by: >))
            let got = try await doors.ask(
                .get,
                "/api/v1/duplicates?lon=19.9374&lat=50.0617&category=road.light"
                    + "&description=lampa%2012%20ko%C5%82o%20szko%C5%82y%20ciemna"
            )
            #expect(got.body == posted.body)
            let near = try await doors.ask(
                .get,
                "/api/v1/duplicates?lon=19.9374&lat=50.0617&category=road.light&radius=20"
            )
            #expect(Self.candidates(near).count == 1)
        }
    }

    @Test func `who asks as of a moment needs the key for it, and sees what was there then`() async throws {
        try await withDoors("duplicates_at") { doors in
            let importer = try await doors.key("importer", [.import])
            let old = #","created":"2026-03-01T10:00:00Z""#
            let sent = try await doors.post(
                "/api/v1/reports",
                Self.lamp("Latarnia 12 nie świeci", old),
                bearer: importer
            )
            let number = try #require(sent.object?["number"]?.stringValue)
            let centre = try await doors.key("centre", [.unit], unit: "KCK")
            for status in ["assigned", "resolved"] {
                _ = try await doors.post(
                    "/api/v1/reports/\(number)/steps",
                    #"{"status":"\#(status)"}"#,
                    bearer: centre
                )
            }
            let refused = try await doors.post(
                "/api/v1/duplicates",
                Self.question("latarnia 12", #","at":"2026-03-02T10:00:00Z""#)
            )
            #expect(refused.status == 401)
            for (moment, status) in [
                ("2026-02-28T10:00:00Z", nil), ("2026-03-02T10:00:00Z", "received"),
            ] as [(String, String?)] {
                let answer = try await doors.post(
                    "/api/v1/duplicates",
                    Self.question("latarnia 12 nie świeci", #","at":"\#(moment)""#),
                    bearer: importer
                )
                #expect(Self.candidates(answer).first?["status"]?.stringValue == status)
                if status != nil {
                    #expect(Self.candidates(answer).first?["decision"]?.stringValue == "same")
                }
            }
            let now = try await doors.post("/api/v1/duplicates", Self.question("latarnia 12 nie świeci"))
            #expect(Self.candidates(now).first?["decision"]?.stringValue != "same")
        }
    }

    @Test func `mistakes are named all at once`() async throws {
        try await withDoors("duplicates_bad") { doors in
            let get = try await doors.ask(
                .get,
                "/api/v1/duplicates?lon=200&category=road.lamp&radius=5000&at=yesterday&colour=red"
            )
            #expect(get.status == 400)
            #expect(
                Set(get.errors) == [
                    "lon range", "lat missing", "category unknown", "radius range", "at format",
                    "colour unknown",
                ]
            )
            let post = try await doors.post(
                "/api/v1/duplicates",
                #"{"lon":"x","lat":50,"category":"road.lamp","radius":0,"photos":["x"]}"#
            )
            #expect(post.status == 422)
            #expect(post.errors.count == 4)
            let long = String(repeating: "a", count: 4_001)
            let tooLong = try await doors.post("/api/v1/duplicates", Self.question(long))
            #expect(tooLong.errors == ["#/description length"])
            for text in [String(repeating: "a", count: 4_000), "😀😀😀", "مرحبا بالعالم", ""] {
                let answer = try await doors.post("/api/v1/duplicates", Self.question(text))
                #expect(answer.status == 200)
            }
        }
    }

    @Test
    func `what everybody may not see is no candidate, and words are not shown where the place alone is`()
        async throws
    {
        try await withDoors("duplicates_private") { doors in
            let centre = try await doors.key("centre", [.unit], unit: "KCK")
            let sent = try await doors.report(Self.lamp("Latarnia 12 nie świeci, tel. 600 000 000"))
            let number = try #require(sent.object?["number"]?.stringValue)
            let shown = Self.candidates(
                try await doors.post("/api/v1/duplicates", Self.question("latarnia 12 nie świeci"))
            )
            #expect(shown.first?["description"]?.stringValue == "Latarnia 12 nie świeci, tel. [tel.]")
            _ = try await doors.post(
                "/api/v1/reports/\(number)/visibility",
                #"{"hidden":true}"#,
                bearer: centre
            )
            let hidden = try await doors.post("/api/v1/duplicates", Self.question("latarnia 12 nie świeci"))
            #expect(Self.candidates(hidden).isEmpty)
            // Nor does the receipt of another's report tell of it.
            let second = try await doors.report(Self.lamp("Latarnia 12 nie świeci", east: 5))
            #expect(second.object?["matches"]?.arrayValue?.isEmpty == true)
            #expect(second.object?["linked_to"] == .null)
            let wreck =
                #"{"category":"order.wreck","description":"Czerwony fiat KR 1AB23","location":{"lon":19.95,"lat":50.06}}"#
            _ = try await doors.report(wreck)
            let asked = try await doors.post(
                "/api/v1/duplicates",
                #"{"category":"order.wreck","description":"czerwony fiat KR1AB23","lon":19.95,"lat":50.06}"#
            )
            let candidate = try #require(Self.candidates(asked).first)
            #expect(candidate["description"] == .null)
            #expect(candidate["decision"]?.stringValue == "same")
            #expect(!String(decoding: asked.body, as: UTF8.self).contains("1AB23"))
        }
    }

    @Test func `staff search, link, unlink and confirm; a voice goes to the leader`() async throws {
        try await withDoors("duplicates_staff") { doors in
            let centre = try await doors.key("centre", [.unit], unit: "KCK")
            let partner = try await doors.key("partner", [.report])
            func sent(_ text: String, _ east: Double) async throws -> String {
                let answer = try await doors.report(Self.lamp(text, east: east))
                return try #require(answer.object?["number"]?.stringValue)
            }
            let (first, second) = (try await sent("Latarnia przy szkole", 0), try await sent("Ciemno", 300))
            let far = try await doors.ask(
                .get,
                "/api/v1/reports/\(first)/duplicates?radius=1000",
                bearer: centre
            )
            #expect(Self.candidates(far).map { $0["number"]?.stringValue } == [second])
            for bearer in [nil, partner] {
                let refused = try await doors.ask(.get, "/api/v1/reports/\(first)/duplicates", bearer: bearer)
                #expect(refused.status == (bearer == nil ? 401 : 403))
                let link = try await doors.post(
                    "/api/v1/reports/\(second)/link",
                    #"{"to":"\#(first)"}"#,
                    bearer: bearer
                )
                #expect(link.status == (bearer == nil ? 401 : 403))
            }
            let linked = try await doors.post(
                "/api/v1/reports/\(second)/link",
                #"{"to":"\#(first)"}"#,
                bearer: centre
            )
            #expect(linked.object?["leader"]?.stringValue == first)
            let again = try await doors.post(
                "/api/v1/reports/\(second)/link",
                #"{"to":"\#(first)"}"#,
                bearer: centre
            )
            #expect(again.status == 422 || again.status == 409)
            let itself = try await doors.post(
                "/api/v1/reports/\(first)/link",
                #"{"to":"\#(first)"}"#,
                bearer: centre
            )
            #expect(itself.errors == ["#/to same-group"])
            let voice = try await doors.post(
                "/api/v1/reports/\(second)/support",
                #"{"sender":"0123456789abcdef"}"#
            )
            #expect(voice.object?["number"]?.stringValue == first)
            #expect(voice.object?["supporters"]?.numberValue?.integer == 2)
            let twice = try await doors.post(
                "/api/v1/reports/\(second)/support",
                #"{"sender":"0123456789abcdef"}"#
            )
            #expect(twice.object?["supporters"]?.numberValue?.integer == 2)
            let group = try await doors.ask(.get, "/api/v1/reports/\(second)/group")
            #expect(group.object?["leader"]?.stringValue == first)
            #expect(group.object?["members"]?.numberValue?.integer == 1)
            for status in ["assigned", "resolved"] {
                let step = try await doors.post(
                    "/api/v1/reports/\(first)/steps",
                    #"{"status":"\#(status)"}"#,
                    bearer: centre
                )
                #expect(
                    step.object?["open_members"]?.numberValue?.integer == (status == "resolved" ? 1 : nil)
                )
            }
            _ = try await doors.post(
                "/api/v1/reports/\(first)/members/steps",
                #"{"status":"assigned"}"#,
                bearer: centre
            )
            let closed = try await doors.post(
                "/api/v1/reports/\(first)/members/steps",
                #"{"status":"resolved"}"#,
                bearer: centre
            )
            #expect(closed.object?["taken"]?.numberValue?.integer == 1)
            let history = try await doors.ask(.get, "/api/v1/reports/\(second)/history")
            let entries = (history.object?["entries"]?.arrayValue ?? []).compactMap(\.objectValue)
            #expect(
                entries.compactMap { $0["what"]?.stringValue } == [
                    "received", "linked", "led", "status", "status",
                ]
            )
            #expect(entries[2]["leader_status"]?.stringValue == "resolved")
            let unlinked = try await doors.post("/api/v1/reports/\(second)/unlink", "{}", bearer: centre)
            #expect(unlinked.object?["leader"] == .null)
            let nothing = try await doors.post("/api/v1/reports/\(second)/unlink", "{}", bearer: centre)
            #expect(nothing.object?["code"]?.stringValue == "not-linked")
        }
    }

    @Test func `a report sent twice by one address is one, unless a word of it differs`() async throws {
        try await withDoors("duplicates_resent") { doors in
            let first = try await doors.report(Self.lamp("Latarnia 12"))
            let again = try await doors.report(Self.lamp("Latarnia 12"))
            let other = try await doors.report(Self.lamp("Latarnia 12!"))
            #expect(first.object?["number"] == again.object?["number"])
            #expect(first.object?["secret"] == again.object?["secret"])
            #expect(again.status == 201)
            #expect(first.object?["number"] != other.object?["number"])
        }
    }
}
