import Formats
import HTTP
import Reports
import Territory
import TestSupport
import Testing

@testable import Doors

@Suite(.timeLimit(.minutes(2))) struct ServicesTests {
    @Test func `discovery says what is where, in both forms`() async throws {
        try await withDoors("open311_discovery") { doors in
            let found = try await doors.both("discovery", schema: "discovery")
            let endpoint = found.json.objectValue?["endpoints"]?.arrayValue?.first?.objectValue
            #expect(endpoint?["url"] == .string("http://localhost/open311/v2"))
            #expect(endpoint?["type"] == .string("test"))
            #expect(found.json.objectValue?["contact"]?.stringValue?.contains("12 616 55 55") == true)
        }
    }

    @Test func `every category is a service, under its own language`() async throws {
        try await withDoors("open311_services") { doors in
            let found = try await doors.both("services", schema: "services")
            let categories = try Krakow.city.catalogue.categories
            #expect(found.all("service_code") == categories.map(\.code))
            #expect(found.all("service_name") == categories.map(\.name.pl))
            #expect(found.entries.map { $0["metadata"] } == categories.map { .bool(!$0.questions.isEmpty) })
            #expect(found.entries[0]["group"] == .string("Drogi"))
            let english = try await doors.ask(.get, "/open311/v2/services.json", language: "en")
            let names = try JSON.parse(english.body, limits: .file).arrayValue?.map {
                $0.objectValue?["service_name"]
            }
            #expect(names?.first == .string("Pothole"))
        }
    }

    @Test func `a definition asks what the category asks`() async throws {
        let city = try Krakow.withEveryQuestion()
        try await withDoors("open311_definition", of: city) { doors in
            let found = try await doors.both("services/test.every", schema: "service_definition")
            let attributes =
                found.json.objectValue?["attributes"]?.arrayValue?.compactMap(\.objectValue) ?? []
            #expect(
                attributes.map { $0["datatype"]?.stringValue }
                    == ["singlevaluelist", "multivaluelist", "string", "number", "datetime", "text"]
            )
            #expect(
                attributes.map { $0["required"] }
                    == [true, false, false, false, false, false].map { .bool($0) }
            )
            #expect(attributes.compactMap { $0["order"]?.numberValue?.integer } == [1, 2, 3, 4, 5, 6])
            #expect(attributes[0]["values"]?.arrayValue?.count == 3)
            #expect(attributes[3]["datatype_description"] == .string("W centymetrach."))
            #expect(attributes[3]["values"]?.arrayValue?.isEmpty == true)
        }
    }

    @Test(arguments: ["services/nothing", "services/road.potholes", "services/road"])
    func `a code that nobody has is 404`(path: String) async throws {
        try await withDoors("open311_no_service_\(path.count)") { doors in
            let found = try await doors.both(path, schema: "errors")
            #expect(found.status == 404)
            #expect(found.entries[0]["code"]?.numberValue?.integer == 404)
            #expect(found.sentences[0].contains("service_code"))
        }
    }

    @Test func `another city is 404, and this one may be named or not`() async throws {
        try await withDoors("open311_jurisdiction") { doors in
            for path in ["services", "services/road.pothole", "requests", "servicerequestupdates"] {
                let refused = try await doors.both(
                    path,
                    query: "jurisdiction_id=wieliczka.pl",
                    schema: "errors"
                )
                #expect(refused.status == 404)
                #expect(refused.sentences[0].contains("krakow.pl"))
            }
            for name in ["", "krakow", "KRAKOW.PL"] {
                let taken = try await doors.both(
                    "requests",
                    query: "jurisdiction_id=\(name)",
                    schema: "requests"
                )
                #expect(taken.status == 200)
            }
        }
    }

    @Test(arguments: ["nothing", "requests/a/b", "services/x/y", "v3", "tokens"])
    func `an address that nobody has is 404 in the form that was asked for`(path: String) async throws {
        try await withDoors("open311_nowhere_\(path.count)_\(path.utf8.first ?? 0)") { doors in
            #expect(try await doors.both(path, schema: "errors").status == 404)
            let bare = try await doors.ask(.get, "/open311/v2/\(path)")
            #expect(bare.status == 404)
            #expect(
                XMLTree.parse(bare.body)?.children.first?.children.map(\.name) == ["code", "description"]
            )
        }
    }

    @Test func `the door describes itself by the schemas of the contract`() async throws {
        try await withDoors("open311_description") { doors in
            let answer = try await doors.ask(.get, "/open311/v2/openapi.json")
            let shipped = answer.object?["components"]?.objectValue?["schemas"]?.objectValue
            let written = try #require(
                JSON.parse(try Checkout.read("Tests/Fixtures/open311.json")).objectValue
            )
            #expect(shipped?.members.map(\.name) == written.members.map(\.name))
            for member in written.members {
                let there = shipped?[member.name]?.objectValue
                #expect(there?["required"] == member.value.objectValue?["required"], "\(member.name)")
                let names = there?["properties"]?.objectValue?.members.map(\.name)
                #expect(names == member.value.objectValue?["properties"]?.objectValue?.members.map(\.name))
            }
        }
    }

    @Test func `a wrong method, a body too large and a wrong type are told in the form too`() async throws {
        try await withDoors("open311_protocol") { doors in
            let base = "/open311/v2"
            let wrong = try doors.compared(
                try await doors.ask(.post, "\(base)/services.xml"),
                try await doors.ask(.post, "\(base)/services.json"),
                schema: "errors"
            )
            #expect(wrong.status == 405)
            let form: HeaderValue = "application/x-www-form-urlencoded"
            let large = String(repeating: "a", count: 70_000)
            let tooLarge = try doors.compared(
                try await doors.ask(.post, "\(base)/requests.xml", type: form, body: large),
                try await doors.ask(.post, "\(base)/requests.json", type: form, body: large),
                schema: "errors"
            )
            #expect(tooLarge.status == 413)
            for (type, body) in [
                ("application/json", "{}"), ("multipart/form-data", "x"),
                ("application/x-www-form-urlencoded", "a=%zz"),
                ("application/x-www-form-urlencoded", "a=%ff"),
            ] as [(HeaderValue, String)] {
                let refused = try doors.compared(
                    try await doors.ask(.post, "\(base)/requests.xml", type: type, body: body),
                    try await doors.ask(.post, "\(base)/requests.json", type: type, body: body),
                    schema: "errors"
                )
                #expect(refused.status == 400)
            }
        }
    }
}
