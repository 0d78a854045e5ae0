import Formats
import HTTP
import Ledger
import LiveMap
import Testing

@testable import Doors

@Suite(.timeLimit(.minutes(2)))
struct TakingTests {
    private let place = #""location":{"lon":19.9373,"lat":50.0617}"#
    private let pothole = #""category":"road.pothole","description":"Dziura""#
    private let reports: String = "/api/v1/reports"

    @Test func `a request with a name does nothing twice`() async throws {
        try await withDoors("taking_named") { doors in
            let key: HeaderValue = "7f3a1c52-9b0e-4d6f-8a21-c4e95b7d0f38"
            let first = try await doors.post(reports, "{\(pothole),\(place)}", key: key)
            // The same content, however it is written.
            let second = try await doors.post(reports, "{ \(place), \(pothole) }", key: key)
            #expect(first.status == 201)
            #expect(second.status == 201)
            #expect(first.body == second.body)
            #expect(doors.map.snapshot.count == 1)
            let other = try await doors.post(
                reports,
                "{\(pothole.replacing("Dziura", with: "Inna")),\(place)}",
                key: key
            )
            #expect(other.status == 409)
            #expect(other.object?["code"] == .string("idempotency-key-reused"))
            #expect(doors.map.snapshot.count == 1)
        }
    }

    @Test(arguments: [("short", "weak-idempotency-key"), ("a b", "malformed-idempotency-key")])
    func `a name that somebody else's could be is refused`(name: String, code: String) async throws {
        try await withDoors("taking_weak_\(name.count)") { doors in
            let key = try #require(HeaderValue(name))
            let answer = try await doors.post(reports, "{\(pothole),\(place)}", key: key)
            #expect(answer.status == 400)
            #expect(answer.object?["code"] == .string(code))
            #expect(doors.map.snapshot.count == 0)
        }
    }

    @Test func `what another system knows is taken from keys of scope import alone`() async throws {
        try await withDoors("taking_import") { doors in
            let body = """
                {\(pothole),\(place),"created":"2026-01-07T12:00:00Z","status":"resolved","external_id":"A-7"}
                """
            for (bearer, status, code) in [
                (nil, 401, "credential-required"),
                (try await doors.key("partner", [.report]), 403, "missing-scope"),
                (try await doors.key("unit", [.unit], unit: "ZDMK"), 403, "missing-scope"),
            ] as [(String?, Int, String)] {
                let answer = try await doors.post(reports, body, bearer: bearer)
                #expect(answer.status == status)
                #expect(answer.object?["code"] == .string(code))
            }
            let key = try await doors.key("old-system", [.import])
            let taken = try await doors.post(reports, body, bearer: key)
            #expect(taken.status == 201)
            #expect(taken.object?["status"] == .string("resolved"))
            #expect(taken.object?["created"] == .string("2026-01-07T12:00:00Z"))
            let again = try await doors.post(reports, body, bearer: key)
            #expect(again.status == 409)
            #expect(again.object?["code"] == .string("already-imported"))
            for (field, error) in [
                (#""created":"2999-01-01T00:00:00Z""#, "#/created"),
                (#""created":"1999-12-31T00:00:00Z""#, "#/created"),
                (#""status":"implemented""#, "#/status"),
            ] {
                let refused = try await doors.post(reports, "{\(pothole),\(place),\(field)}", bearer: key)
                #expect(refused.status == 422)
                #expect(refused.errors.first?.hasPrefix(error) == true)
            }
            #expect(doors.map.snapshot.count == 1)
        }
    }

    @Test func `whoever says that nobody is in danger is believed`() async throws {
        try await withDoors("taking_danger") { doors in
            let fields =
                #""category":"waste.odour","answers":{"danger":"yes"},"description":"Opis",\#(place)"#
            let stopped = try await doors.report("{\(fields)}")
            #expect(stopped.status == 409)
            #expect(stopped.object?["code"] == .string("emergency"))
            #expect(doors.map.snapshot.count == 0)
            let taken = try await doors.report("{\(fields),\"not_emergency\":true}")
            #expect(taken.status == 201)
        }
    }

    @Test func `the answer has all that a sender needs to come back`() async throws {
        try await withDoors("taking_receipt") { doors in
            let answer = try await doors.report("{\(pothole),\(place)}")
            let number = try #require(answer.object?["number"]?.stringValue)
            #expect(answer.response.headers[.location] == "/api/v1/reports/\(number)")
            #expect(answer.response.headers[.cacheControl] == "no-store")
            #expect(answer.object?["deadline"]?.objectValue?["closure"]?.stringValue != nil)
            let preflight = try await doors.ask(
                .options,
                reports,
                headers: [(.origin, "https://app.example.org"), (.preflightMethod, "POST")]
            )
            #expect(preflight.response.headers[.allowMethods]?.contains("POST") == true)
            #expect(preflight.response.headers[.allowHeaders]?.contains("Idempotency-Key") == true)
        }
    }
}
