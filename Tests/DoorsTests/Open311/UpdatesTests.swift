import Formats
import HTTP
import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

@testable import Doors

@Suite(.timeLimit(.minutes(2))) struct UpdatesTests {
    private typealias Fields = [(String, String)]

    private func report(_ doors: DoorsUnderTest, _ more: Fields = []) async throws -> String {
        let key = try await doors.key("app\(Int.random(in: 1...1_000_000))", [.report])
        let taken = try await doors.send("requests", .pothole(key: key, more), schema: "receipts")
        return try #require(taken.all("service_request_id")[0])
    }

    private func update(_ key: String, _ number: String, _ name: String, _ more: Fields) -> Fields {
        [("api_key", key), ("service_request_id", number), ("update_id", name)] + more
    }

    private func versions(_ doors: DoorsUnderTest) async throws -> Int64 {
        try await doors.database.read { session in
            try session.query("SELECT count(*) FROM report_event").one { try $0.decode(Int64.self, at: 0) }
        }
    }

    @Test func `a unit's system closes a request, once`() async throws {
        try await withDoors("open311_update") { doors in
            let number = try await report(doors)
            let key = try await doors.key("unit", [.unit], unit: "ZDMK")
            let now = "\(Timestamp.now.advanced(bySeconds: 1))"
            let said = update(
                key,
                number,
                "Z/7",
                [("status", "CLOSED"), ("updated_datetime", now), ("description", "Załatano & odebrano")]
            )
            let taken = try await doors.send("servicerequestupdates", said, schema: "taken_updates")
            #expect(taken.status == 201 && taken.all("update_id") == ["Z/7"])
            let count = try await versions(doors)
            let again = try await doors.send("servicerequestupdates", said, schema: "taken_updates")
            #expect(again.status == 200 && again.all("update_id") == ["Z/7"])
            #expect(try await versions(doors) == count)
            let xml = try await doors.send("servicerequestupdates", said, schema: "", form: .xml)
            #expect(xml.status == 200)

            let closed = try await doors.both(
                "requests/\(number)",
                query: "extensions=true",
                schema: "requests"
            )
            #expect(closed.entries[0]["status"] == .string("closed"))
            #expect(closed.entries[0]["extended_attributes"]?.objectValue?["status"] == .string("FIXED"))
            let notes = closed.entries[0]["notes"]?.arrayValue?.compactMap(\.objectValue) ?? []
            #expect(notes.last?["description"] == .string("Załatano & odebrano"))
            // A report that nobody had was given to the unit on the way.
            let told = try await doors.both("servicerequestupdates", schema: "updates")
            #expect(told.all("status") == ["closed", "open"])
            #expect(told.all("update_id") == ["\(number).3", "\(number).2"])
            let own = try await doors.both(
                "servicerequestupdates",
                query: "api_key=\(key)&extensions=true",
                schema: "updates"
            )
            #expect(own.all("update_id") == ["Z/7", "\(number).2"])
            #expect(own.all("status") == ["FIXED", "INVESTIGATING"])
            #expect(own.all("description")[0] == "Załatano & odebrano")
        }
    }

    @Test func `every status leads where it says, from wherever the table allows`() async throws {
        try await withDoors("open311_statuses") { doors in
            let key = try await doors.key("unit", [.unit], unit: "ZDMK")
            let cases: [(word: String, status: String, reason: String?)] = [
                ("OPEN", "received", nil), ("CLOSED", "resolved", nil), ("FIXED", "resolved", nil),
                ("fixed", "resolved", nil),
                ("IN_PROGRESS", "in_progress", nil), ("ACTION_SCHEDULED", "planned", nil),
                ("INVESTIGATING", "assigned", nil),
                ("DUPLICATE", "duplicate", nil),
                ("NOT_COUNCILS_RESPONSIBILITY", "not_resolved", "no_authority"),
                ("NO_FURTHER_ACTION", "not_resolved", "other"), ("INTERNAL_REFERRAL", "triage", nil),
                ("FOR_TRIAGE", "triage", nil),
            ]
            for (index, fact) in cases.enumerated() {
                let number = try await report(
                    doors,
                    [("lat", "50.0\(610 + index)"), ("description", "Sprawa \(fact.word)")]
                )
                let said = update(key, number, "\(index)", [("status", fact.word)])
                let taken = try await doors.send("servicerequestupdates", said, schema: "taken_updates")
                #expect(taken.status == 201, "\(fact.word)")
                let seen = try await doors.ask(.get, "/api/v1/reports/\(number)", bearer: key)
                #expect(seen.object?["status"] == .string(fact.status), "\(fact.word)")
                #expect(seen.object?["reason"] == (fact.reason.map { .string($0) } ?? .null))
                guard fact.status == "resolved" else { continue }
                let reopened = update(key, number, "\(index) again", [("status", "REOPEN")])
                _ = try await doors.send("servicerequestupdates", reopened, schema: "taken_updates")
                let open = try await doors.both("requests/\(number)", schema: "requests")
                #expect(open.entries[0]["status"] == .string("open"))
            }
            let number = try await report(doors, [("lat", "50.0555")])
            let cancelled = try await doors.refused(
                "servicerequestupdates",
                update(key, number, "c", [("status", "CANCELLED")])
            )
            #expect(cancelled.status == 400 && cancelled.sentences[0].hasPrefix("status:"))
        }
    }

    @Test func `only what is newer counts`() async throws {
        try await withDoors("open311_newer") { doors in
            let number = try await report(doors)
            let key = try await doors.key("unit", [.unit], unit: "ZDMK")
            let now = Timestamp.now
            func at(_ seconds: Int64) -> (String, String) {
                ("updated_datetime", "\(now.advanced(bySeconds: seconds))")
            }
            let first = update(key, number, "1", [("status", "IN_PROGRESS"), at(60)])
            #expect(
                try await doors.send("servicerequestupdates", first, schema: "taken_updates").status == 201
            )
            // Later than what was told before, though it comes to us before the event of that.
            let second = update(key, number, "2", [("description", "W drodze"), at(61)])
            #expect(
                try await doors.send("servicerequestupdates", second, schema: "taken_updates").status == 201
            )
            let count = try await versions(doors)
            let old = update(key, number, "3", [("status", "FIXED"), at(59)])
            let late = try await doors.refused("servicerequestupdates", old)
            #expect(late.status == 400 && late.sentences[0].hasPrefix("updated_datetime:"))
            let future = update(key, number, "4", [("status", "FIXED"), at(3_600)])
            #expect(try await doors.refused("servicerequestupdates", future).status == 400)
            let other = update(key, number, "1", [("status", "FIXED"), at(90)])
            let taken = try await doors.refused("servicerequestupdates", other)
            #expect(taken.status == 400 && taken.sentences[0].hasPrefix("update_id:"))
            #expect(try await versions(doors) == count)
            // What the centre did by hand is known too.
            let centre = try await doors.key("centre", [.unit], unit: "KCK")
            let step = #"{"status":"triage"}"#
            #expect(
                try await doors.post("/api/v1/reports/\(number)/steps", step, bearer: centre).status == 200
            )
            let behind = update(key, number, "5", [("status", "FIXED"), at(-5)])
            #expect(try await doors.refused("servicerequestupdates", behind).status == 400)
        }
    }

    @Test func `whose it is not, may not`() async throws {
        try await withDoors("open311_not_theirs") { doors in
            let number = try await report(doors)
            let unit = try await doors.key("unit", [.unit], unit: "ZDMK")
            let other = try await doors.key("mpo", [.unit], unit: "MPO")
            let app = try await doors.key("app", [.report])
            let cases: [(Fields, Int, String)] = [
                (update(unit, number, "1", []).without("api_key"), 403, ""),
                (update("emapa_wrong", number, "1", []), 403, ""),
                (update(other, number, "1", [("status", "CLOSED")]), 403, ""),
                (update(app, number, "1", [("status", "CLOSED"), ("description", "x")]), 403, ""),
                (update(unit, "KCK-2026-999999", "1", []), 404, "service_request_id"),
                (update(unit, "7", "1", []), 404, "service_request_id"),
                (update(unit, number, "1", []).without("update_id"), 400, "update_id:"),
                (update(unit, number, "1", []).without("service_request_id"), 400, "service_request_id:"),
                (update(unit, number, String(repeating: "x", count: 201), []), 400, "update_id:"),
                (update(unit, number, "1", [("status", "DONE")]), 400, "status:"),
                (update(unit, number, "1", [("updated_datetime", "now")]), 400, "updated_datetime:"),
                (
                    update(unit, number, "1", [("description", String(repeating: "a", count: 4_001))]), 400,
                    "description:"
                ),
                (update(unit, number, "1", [("description", "a\u{7}")]), 400, "description:"),
            ]
            let count = try await versions(doors)
            for (fields, status, words) in cases {
                let refused = try await doors.refused("servicerequestupdates", fields)
                #expect(refused.status == status, "\(fields)")
                #expect(refused.sentences[0].contains(words), "\(refused.sentences)")
            }
            #expect(try await versions(doors) == count)
        }
    }

    @Test func `an app passes on what a resident says, once`() async throws {
        try await withDoors("open311_comment") { doors in
            let number = try await report(doors)
            let app = try await doors.key("app", [.report])
            let said = update(
                app,
                number,
                "c-1",
                [("status", "OPEN"), ("description", "Dziura jest coraz większa")]
            )
            #expect(
                try await doors.send("servicerequestupdates", said, schema: "taken_updates").status == 201
            )
            #expect(
                try await doors.send("servicerequestupdates", said, schema: "taken_updates").status == 200
            )
            let seen = try await doors.both(
                "requests/\(number)",
                query: "extensions=true",
                schema: "requests"
            )
            let notes = seen.entries[0]["notes"]?.arrayValue?.compactMap(\.objectValue) ?? []
            #expect(notes.map { $0["type"] } == [.string("comment")])
            #expect(try await doors.both("servicerequestupdates", schema: "updates").entries.isEmpty)
            let wordless = update(app, number, "c-2", [("status", "OPEN")])
            #expect(try await doors.refused("servicerequestupdates", wordless).status == 400)
        }
    }

    @Test func `updates are read by time and by pages`() async throws {
        try await withDoors("open311_update_lists") { doors in
            let number = try await report(doors)
            let key = try await doors.key("unit", [.unit], unit: "ZDMK")
            for index in 1...5 {
                let said = update(key, number, "\(index)", [("description", "Słowo \(index)")])
                _ = try await doors.send("servicerequestupdates", said, schema: "taken_updates")
            }
            let all = try await doors.both("servicerequestupdates", schema: "updates")
            #expect(all.all("description") == [5, 4, 3, 2, 1].map { "Słowo \($0)" })
            let page = try await doors.both(
                "servicerequestupdates",
                query: "page=2&page_size=2",
                schema: "updates"
            )
            #expect(page.all("description") == ["Słowo 3", "Słowo 2"])
            let past = "start_date=2026-01-01T00:00:00Z&end_date=2026-02-01T00:00:00Z"
            #expect(
                try await doors.both("servicerequestupdates", query: past, schema: "updates").entries.isEmpty
            )
            for query in [
                "start_date=x", "start_date=2026-02-01T00:00:00Z&end_date=2026-01-01T00:00:00Z", "page=0",
            ] {
                #expect(
                    try await doors.both("servicerequestupdates", query: query, schema: "errors").status
                        == 400
                )
            }
            // A note that staff keep among themselves is no update.
            let note = #"{"text":"Między nami","public":false}"#
            #expect(try await doors.post("/api/v1/reports/\(number)/notes", note, bearer: key).status == 200)
            #expect(try await doors.both("servicerequestupdates", schema: "updates").entries.count == 5)
        }
    }
}
