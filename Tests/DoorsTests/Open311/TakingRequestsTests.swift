import Addresses
import Formats
import Geography
import HTTP
import Ledger
import LiveMap
import PostgreSQL
import Reports
import TestSupport
import Testing

@testable import Doors

@Suite(.timeLimit(.minutes(2))) struct TakingRequestsTests {
    private typealias Fields = [(String, String)]

    @Test func `a form becomes a report with everything that was sent`() async throws {
        try await withDoors("open311_taking") { doors in
            let key = try await doors.key("app", [.report])
            let sent = Fields.pothole(
                key: key,
                [
                    ("attribute[size]", "small"), ("attribute[danger]", "no"),
                    ("email", " jan@example.org" + String(repeating: " ", count: 300)),
                    ("first_name", "Jan"), ("last_name", "Testowy"),
                    ("phone", String(repeating: " ", count: 300) + "12 616 55 55"),
                    ("address_string", "przy Rynku"), ("account_id", "konto-7"), ("device_id", "x"),
                    ("media_url", "https://example.org/dziura.jpg?a=1"), ("unheard_of", "1"), ("email2", ""),
                ]
            )
            let taken = try await doors.send("requests", sent, schema: "receipts")
            #expect(taken.status == 201)
            #expect(taken.entries[0]["account_id"] == .string("konto-7"))
            #expect(taken.entries[0]["service_notice"]?.stringValue?.contains("Zarząd Dróg") == true)
            let number = try #require(taken.all("service_request_id")[0])
            let unit = try await doors.key("unit", [.unit], unit: "ZDMK")
            let seen = try await doors.ask(.get, "/api/v1/reports/\(number)", bearer: unit)
            #expect(seen.object?["description"] == .string("Dziura w jezdni"))
            #expect(seen.object?["address"] == .string("przy Rynku"))
            #expect(seen.object?["answers"]?.objectValue?["size"]?.arrayValue == [.string("small")])
            let known = seen.object?["internal"]?.objectValue
            #expect(known?["channel"] == .string("open311"))
            #expect(known?["media_url"] == .string("https://example.org/dziura.jpg?a=1"))
            #expect(known?["urgent"] == .bool(false))
            let shown = try await doors.both("requests/\(number)", schema: "requests")
            #expect(shown.entries[0]["media_url"] == .null)
            let contact = try await doors.database.read { session in
                try session.query(
                    "SELECT first_name || ' ' || email || ' ' || phone || by_email FROM report_contact"
                )
                .one { try $0.decode(String.self, at: 0) }
            }
            #expect(contact == "Jan jan@example.org +48126165555false")
        }
    }

    @Test func `a form with photos is taken with them`() async throws {
        try await withDoors("open311_multipart") { doors in
            let key = try await doors.key("app", [.report])
            let jpeg = try Checkout.read("Tests/Fixtures/photos/quarters-grey.jpg")
            var body: [UInt8] = []
            for (name, value) in Fields.pothole(key: key, [("attribute[size]", "large")]) {
                body += Array(
                    "--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
                )
            }
            body += Array(
                "--edge\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.jpg\"\r\n\r\n".utf8
            )
            body += jpeg + Array("\r\n--edge--\r\n".utf8)
            let answer = try await doors.ask(
                .post,
                "/open311/v2/requests.json",
                type: "multipart/form-data; boundary=edge",
                bytes: body
            )
            #expect(answer.status == 201)
            let listed = try await doors.both("requests", query: "extensions=true", schema: "requests")
            let url = try #require(listed.entries[0]["media_url"]?.stringValue)
            #expect(url.hasPrefix("http://localhost/photos/"))
            #expect(
                listed.entries[0]["extended_attributes"]?.objectValue?["photos"]?.arrayValue == [.string(url)]
            )
            let photo = try await doors.ask(.get, String(url.dropFirst("http://localhost".count)))
            #expect(photo.status == 200)
        }
    }

    @Test func `what belongs nowhere or to others, or to a wrong key, is refused by its name`() async throws {
        try await withDoors("open311_refused") { doors in
            let key = try await doors.key("app", [.report])
            let unit = try await doors.key("unit", [.unit], unit: "ZDMK")
            let cases: [(Fields, Int, String)] = [
                (.pothole(key: key).without("api_key"), 403, "klucz"),
                (.pothole(key: "emapa_wrong"), 403, "klucz"),
                (.pothole(key: "emapa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), 403, "klucz"),
                (.pothole(key: unit), 403, "report"),
                (.pothole(key: key).without("service_code"), 400, "service_code:"),
                (.pothole(key: key, [("service_code", "road.potholes")]), 404, "service_code"),
                (.pothole(key: key).without("lat").without("long"), 400, "lat:"),
                (.pothole(key: key).without("lat"), 400, "lat:"),
                (
                    .pothole(key: key).without("lat").without("long") + [("address_id", "7")], 400,
                    "address_id"
                ),
                (.pothole(key: key, [("lat", "91")]), 400, "lat:"),
                (.pothole(key: key, [("lat", "5e1")]), 400, "lat:"),
                (.pothole(key: key, [("lat", "NaN")]), 400, "lat:"),
                (.pothole(key: key, [("lat", "19.9373"), ("long", "50.0617")]), 400, "lat, long:"),
                (.pothole(key: key, [("long", "21")]), 400, "lat, long:"),
                (.pothole(key: key, [("description", String(repeating: "ż", count: 4_001))]), 400, "4000"),
                (.pothole(key: key, [("description", "a\u{0}b")]), 400, ""),
                (.pothole(key: key, [("description", "a\u{202E}b")]), 400, "description:"),
                (.pothole(key: key, [("attribute[size]", "huge")]), 400, "attribute[size]:"),
                (.pothole(key: key, [("attribute[colour]", "red")]), 400, "attribute[colour]:"),
                (.pothole(key: key, [("attribute[size", "small")]), 400, "attribute[size:"),
                (.pothole(key: key, [("email", "nobody")]), 400, "email:"),
                (.pothole(key: key, [("phone", "12")]), 400, "phone:"),
                (.pothole(key: key, [("media_url", "javascript:alert(1)")]), 400, "media_url:"),
                (.pothole(key: key, [("media_url", "file:///etc/passwd")]), 400, "media_url:"),
                (.pothole(key: key, [("jurisdiction_id", "other")]), 404, "jurisdiction_id"),
            ]
            for (fields, status, words) in cases {
                let refused = try await doors.refused("requests", fields)
                #expect(refused.status == status, "\(words)")
                #expect(refused.entries.allSatisfy { $0["code"]?.numberValue?.integer == Int64(status) })
                #expect(refused.sentences.contains { $0.contains(words) }, "\(refused.sentences)")
            }
            #expect(doors.map.snapshot.count == 0)
        }
    }

    @Test func `attributes are held to the definition, each form by itself`() async throws {
        let city = try Krakow.withEveryQuestion()
        try await withDoors("open311_attributes", of: city) { doors in
            let key = try await doors.key("app", [.report])
            let usual: Fields = [("service_code", "test.every"), ("attribute[one]", "a")]
            let wrong: [(Fields, String)] = [
                ([("service_code", "test.every")], "attribute[one]:"),
                ([("service_code", "test.every"), ("attribute[one]", "")], "attribute[one]:"),
                (usual + [("attribute[one]", "b")], "attribute[one]:"),
                (usual + [("attribute[some][]", "a"), ("attribute[some][]", "z")], "attribute[some]:"),
                (usual + [("attribute[size]", "wide")], "attribute[size]:"),
                (usual + [("attribute[when]", "yesterday")], "attribute[when]:"),
                (usual + [("attribute[line]", String(repeating: "a", count: 1_001))], "attribute[line]:"),
            ]
            for (more, name) in wrong {
                let fields = Fields.pothole(key: key, more)
                let refused = try await doors.refused("requests", fields)
                #expect(refused.status == 400)
                #expect(refused.sentences.contains { $0.hasPrefix(name) }, "\(refused.sentences)")
            }
            let several = usual + [("attribute[some]", "a"), ("attribute[some]", "c")]
            #expect(
                try await doors.send("requests", .pothole(key: key, several), schema: "receipts").status
                    == 201
            )
        }
    }

    private static var street: Address {
        get throws {
            let place = try #require(Coordinate(longitude: 19.9373, latitude: 50.0717))
            return Address(street: "ul. Długa", coordinate: place, kind: .street)
        }
    }

    @Test func `an address alone is placed, and what cannot be is told`() async throws {
        try await withDoors("open311_address") { doors in
            _ = try await AddressStore(doors.database).fill(
                with: [try Self.street]
            )
            let key = try await doors.key("app", [.report])
            let nowhere = Fields.pothole(key: key).without("lat").without("long")
            let taken = try await doors.send(
                "requests",
                nowhere + [("address_string", "ul. Długa")],
                schema: "receipts"
            )
            #expect(taken.status == 201)
            let refused = try await doors.refused(
                "requests",
                nowhere + [("address_string", "ul. Nieznana 7")]
            )
            #expect(refused.status == 400 && refused.sentences[0].hasPrefix("address_string:"))
        }
    }

    @Test func `who is in danger is told to call, and the report goes first`() async throws {
        try await withDoors("open311_emergency") { doors in
            let key = try await doors.key("app", [.report])
            let fields = Fields.pothole(key: key, [("attribute[danger]", "yes")])
            _ = try await doors.send("requests", .pothole(key: key), schema: "receipts")
            let taken = try await doors.send("requests", fields, schema: "receipts")
            #expect(taken.status == 201)
            #expect(taken.entries[0]["service_notice"]?.stringValue?.hasPrefix("Zadzwoń teraz: 112.") == true)
            let number = try #require(taken.all("service_request_id")[0])
            let centre = try await doors.key("centre", [.unit], unit: "KCK")
            let first = try await doors.ask(.get, "/api/v1/reports?urgent=true", bearer: centre)
            let urgent = first.object?["reports"]?.arrayValue?.compactMap(\.objectValue) ?? []
            #expect(urgent.map { $0["number"] } == [.string(number)])
            #expect(urgent[0]["status"] == .string("triage") && urgent[0]["unit"] == .string("KCK"))
            #expect(urgent[0]["deadline"]?.objectValue?["first_action"] == urgent[0]["created"])
            let words = Fields.pothole(
                key: key,
                [("service_code", "waste.odour"), ("description", "Czuć gaz w klatce")]
            )
            let spoken = try await doors.send("requests", words, schema: "receipts")
            #expect(spoken.entries[0]["service_notice"]?.stringValue?.contains("Zadzwoń teraz") == true)
            // Nobody but staff may ask for them.
            #expect(try await doors.ask(.get, "/api/v1/reports?urgent=true").status == 400)
        }
    }

    @Test func `what is for others is kept as closed, and says whom to ask`() async throws {
        try await withDoors("open311_out_of_scope") { doors in
            let key = try await doors.key("app", [.report])
            let fields = Fields.pothole(
                key: key,
                [
                    ("service_code", "animal.dead"), ("attribute[land]", "private"),
                    ("description", "Martwy lis"),
                ]
            )
            let taken = try await doors.send("requests", fields, schema: "receipts")
            #expect(taken.status == 201)
            let notice = try #require(taken.entries[0]["service_notice"]?.stringValue)
            #expect(notice.hasPrefix("To nie jest zadanie miasta."), "\(notice)")
            let number = try #require(taken.all("service_request_id")[0])
            let seen = try await doors.both(
                "requests/\(number)",
                query: "extensions=true",
                schema: "requests"
            )
            #expect(seen.entries[0]["status"] == .string("closed"))
            #expect(seen.entries[0]["service_notice"]?.stringValue?.isEmpty == false)
            #expect(seen.entries[0]["expected_datetime"] == .null)
            let extended = seen.entries[0]["extended_attributes"]?.objectValue
            #expect(extended?["status"] == .string("NOT_COUNCILS_RESPONSIBILITY"))
            let judge = try await doors.database.read { session in
                try session.query("SELECT actor FROM report_event WHERE what = 'status'").one {
                    try $0.decode(String.self, at: 0)
                }
            }
            #expect(judge == "system")
        }
    }

    @Test func `the same matter is linked as a suggestion and said`() async throws {
        try await withDoors("open311_same") { doors in
            let key = try await doors.key("app", [.report])
            let lamp = { (words: String, person: String) in
                Fields.pothole(
                    key: key,
                    [("service_code", "road.light"), ("description", words), ("email", person)]
                )
            }
            let first = try await doors.send(
                "requests",
                lamp("Latarnia nr 12345 nie świeci od tygodnia", "a@example.org"),
                schema: "receipts"
            )
            let number = try #require(first.all("service_request_id")[0])
            let second = try await doors.send(
                "requests",
                lamp("Nie świeci latarnia nr 12345, ciemno od tygodnia", "b@example.org"),
                schema: "receipts"
            )
            #expect(second.status == 201)
            #expect(second.all("service_request_id")[0] != number)
            #expect(second.entries[0]["service_notice"]?.stringValue?.contains(number) == true)
            // The same words from the same sender are the same request.
            let again = try await doors.send(
                "requests",
                lamp("Latarnia nr 12345 nie świeci od tygodnia", "a@example.org"),
                schema: "receipts"
            )
            #expect(again.all("service_request_id")[0] == number)
        }
    }

    @Test func `an idea with words of danger goes first too, though nobody sorts ideas out`() async throws {
        try await withDoors("open311_idea") { doors in
            let key = try await doors.key("app", [.report])
            let words = "Stojaki na rowery; teraz czuć gaz w klatce"
            let idea = Fields.pothole(key: key, [("service_code", "idea.cycling"), ("description", words)])
            let taken = try await doors.send("requests", idea, schema: "receipts")
            #expect(taken.status == 201)
            let centre = try await doors.key("centre", [.unit], unit: "KCK")
            let first = try await doors.ask(.get, "/api/v1/reports?urgent=true", bearer: centre)
            let found = first.object?["reports"]?.arrayValue?.compactMap(\.objectValue) ?? []
            #expect(found.map { $0["status"] } == [.string("received")])
        }
    }

    @Test func `who tries keys is told to wait, in the form`() async throws {
        try await withDoors("open311_limits") { doors in
            let wrong = Fields.pothole(key: "emapa_wrong")
            for _ in 1...49 { #expect(try await doors.refused("requests", wrong).status == 403) }
            // What is no form is counted too.
            for _ in 1...2 {
                let base = "/open311/v2/requests.json"
                let broken = try await doors.ask(.post, base, type: "application/json", body: "{}")
                #expect(broken.status == 400)
            }
            let many = try await doors.refused("requests", wrong)
            #expect(many.status == 429)
            let request = try await doors.ask(
                .post,
                "/open311/v2/requests.json",
                type: "application/x-www-form-urlencoded",
                body: ""
            )
            #expect(request.response.headers[.retryAfter] != nil)
        }
    }

    @Test func `a request without words and one with every attribute are kept`() async throws {
        try await withDoors("open311_wordless") { doors in
            let key = try await doors.key("app", [.report])
            for (index, words) in [nil, "", "  "].enumerated() {
                let place = ("lat", "50.06\(index + 1)")
                let fields =
                    Fields.pothole(key: key, [place]).without("description")
                    + (words.map { [("description", $0)] } ?? [])
                let taken = try await doors.send("requests", fields, schema: "receipts")
                #expect(taken.status == 201)
            }
            let listed = try await doors.both("requests", schema: "requests")
            #expect(listed.all("description").filter { $0 == nil }.count >= 2)
        }
    }
}
