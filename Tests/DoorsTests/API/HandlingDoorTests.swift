import Formats
import HTTP
import Ledger
import Testing

@testable import Doors

@Suite(.timeLimit(.minutes(2)))
struct HandlingDoorTests {
    private let pothole =
        #"{"category":"road.pothole","description":"Dziura","location":{"lon":19.9373,"lat":50.0617}}"#

    @Test func `a unit takes the steps of its own reports, and the centre those of all`() async throws {
        try await withDoors("handling_steps") { doors in
            let sent = try await doors.report(pothole)
            let path = try #require(sent.object?["url"]?.stringValue)
            let steps = "\(path)/steps"
            let own = try await doors.key("own", [.unit], unit: "ZDMK")
            let other = try await doors.key("other", [.unit], unit: "ZZM")
            let centre = try await doors.key("centre", [.unit], unit: "KCK")
            let partner = try await doors.key("partner", [.report])
            for (bearer, status, code) in [
                (nil, 401, "credential-required"), (partner, 403, "missing-scope"), (other, 403, "not-yours"),
            ] as [(String?, Int, String)] {
                let answer = try await doors.post(steps, #"{"status":"assigned"}"#, bearer: bearer)
                #expect(answer.status == status)
                #expect(answer.object?["code"] == .string(code))
            }
            for (bearer, body, status, error) in [
                (own, #"{"status":"assigned","note":{"text":"Przyjęte"}}"#, 200, nil),
                (own, #"{"status":"received"}"#, 409, nil),
                (own, #"{"status":"implemented"}"#, 422, "#/status"),
                (own, #"{"status":"rejected"}"#, 403, nil), (own, #"{"status":"done"}"#, 422, "#/status"),
                (own, #"{"status":"not_resolved"}"#, 422, "#/reason"),
                (own, #"{"status":"in_progress","reason":"other"}"#, 422, "#/reason"),
                (own, #"{"status":"not_resolved","reason":"not_public"}"#, 422, "#/reason"),
                (own, #"{"status":"duplicate","duplicate_of":"KCK-2026-999999"}"#, 422, "#/duplicate_of"),
                (own, #"{"status":"not_resolved","reason":"not_found"}"#, 200, nil),
                (centre, #"{"status":"reopened"}"#, 200, nil), (centre, #"{"status":"rejected"}"#, 200, nil),
            ] as [(String, String, Int, String?)] {
                let answer = try await doors.post(steps, body, bearer: bearer)
                #expect(answer.status == status, "\(body)")
                if let error { #expect(answer.errors.first?.hasPrefix(error) == true) }
            }
            let open = try await doors.ask(.get, path)
            #expect(open.status == 404)
        }
    }

    @Test func `its sender takes the steps that are the reporter's`() async throws {
        try await withDoors("handling_reporter") { doors in
            let sent = try await doors.report(pothole)
            let path = try #require(sent.object?["url"]?.stringValue)
            let secret = try #require(sent.object?["secret"]?.stringValue)
            let refused = try await doors.post("\(path)/steps", #"{"status":"assigned"}"#, bearer: secret)
            #expect(refused.status == 403)
            #expect(refused.object?["code"] == .string("step-not-allowed"))
            let own = try await doors.key("own", [.unit], unit: "ZDMK")
            for status in ["assigned", "resolved"] {
                let answer = try await doors.post("\(path)/steps", #"{"status":"\#(status)"}"#, bearer: own)
                #expect(answer.status == 200)
            }
            let reopened = try await doors.post("\(path)/steps", #"{"status":"reopened"}"#, bearer: secret)
            #expect(reopened.status == 200)
            #expect(reopened.object?["mine"] == .bool(true))
        }
    }

    @Test func `a hidden report is gone from the map until it is shown again`() async throws {
        try await withDoors("handling_hidden") { doors in
            let sent = try await doors.report(pothole)
            let path = try #require(sent.object?["url"]?.stringValue)
            let own = try await doors.key("own", [.unit], unit: "ZDMK")
            let stranger = try await doors.post("\(path)/visibility", #"{"hidden":true}"#)
            #expect(stranger.status == 401)
            for (isHidden, status) in [(true, 404), (false, 200)] {
                let answer = try await doors.post(
                    "\(path)/visibility",
                    #"{"hidden":\#(isHidden)}"#,
                    bearer: own
                )
                #expect(answer.status == 200)
                #expect(answer.object?["internal"]?.objectValue?["hidden"] == .bool(isHidden))
                let open = try await doors.ask(.get, path)
                #expect(open.status == status)
            }
        }
    }

    @Test func `a note says whether everybody may read it`() async throws {
        try await withDoors("handling_notes") { doors in
            let sent = try await doors.report(pothole)
            let path = try #require(sent.object?["url"]?.stringValue)
            let own = try await doors.key("own", [.unit], unit: "ZDMK")
            for (body, status) in [
                (#"{"text":"Zlecono","public":true}"#, 200), (#"{"text":"Między nami","public":false}"#, 200),
                (#"{"text":"Zlecono"}"#, 422), (#"{"public":true}"#, 422),
            ] {
                let answer = try await doors.post("\(path)/notes", body, bearer: own)
                #expect(answer.status == status)
            }
        }
    }
}
