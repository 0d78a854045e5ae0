import Formats
import HTTP
import Ledger
import LiveMap
import PostgreSQL
import Testing

@testable import Doors

/// What strangers send that must not get in: refused with the reason, and no table has a row more.
@Suite(.timeLimit(.minutes(2)))
struct BadInputTests {
    private static let place = #""location":{"lon":19.9373,"lat":50.0617}"#

    /// A body of `POST /api/v1/reports`, its status, and the beginning of its first error.
    private static let bodies: [(String, Int, String)] = [
        (report("\"description\":\"\(String(repeating: "a", count: 4_001))\""), 422, "#/description length"),
        (report(#""description":"a\u0007b""#), 422, "#/description control_character"),
        (report(#""description":"a\u009bb""#), 422, "#/description control_character"),
        (report(#""description":"a\u0000b""#), 422, "#/description control_character"),
        (report(#""description":"a\u202Eb""#), 422, "#/description direction"),
        (report(#""description":"a\u2068b""#), 422, "#/description direction"),
        (report(#""description":" \n\t ""#), 422, "#/description missing"),
        (report(#""description":"x","address":"a\u2066b""#), 422, "#/address direction"),
        (report(#""description":"x","photos":["../../x"]"#), 422, "#/photos/0 format"),
        (
            report(
                "\"description\":\"x\",\"tags\":[\(Array(repeating: "\"t\"", count: 10_000).joined(separator: ","))]"
            ), 422,
            "#/tags unknown"
        ),
        (report(#""description":"x","contact":{"email":"a@b"}"#), 422, "#/contact/email format"),
        (report(#""description":"x","same_as":"KCK-2026-999999""#), 422, "#/same_as unknown"),
        (report(#""description":"x","answers":{"nothing":"1"}"#), 422, "#/answers/nothing unknown"),
        (#"{"category":"road.pothole","description":"x"}"#, 422, "#/location missing"),
        (
            #"{"category":"road.pothole","description":"x","location":{"lon":0,"lat":0}}"#, 422,
            "#/location outside_city"
        ),
        (
            #"{"category":"road.pothole","description":"x","location":{"lon":50.06,"lat":19.93}}"#, 422,
            "#/location swapped"
        ),
        (#"{"category":"road.pothole","description":"x","location":{"lon":1e400,"lat":50}}"#, 400, ""),
        (#"{"category":"road.pothole","category":"noise"}"#, 400, ""), ("\u{FEFF}{}", 400, ""),
        (String(repeating: "[", count: 30_000), 400, ""), (String(repeating: " ", count: 70_000), 413, ""),
        (report(#""description":"pożar w piwnicy""#), 409, ""),
    ]

    private static func report(_ fields: String) -> String {
        "{\"category\":\"road.pothole\",\(fields),\(place)}"
    }

    @Test func `nothing of what is refused is kept`() async throws {
        try await withDoors("bad_input") { doors in
            let key = try await doors.key("import", [.import])
            let before = try await rows(doors.database)
            for (body, status, error) in Self.bodies {
                let answer = try await doors.report(body)
                #expect(answer.status == status, "\(body.prefix(200))")
                #expect(answer.errors.first ?? "" == error, "\(body.prefix(200))")
                #expect(answer.object?["title"]?.stringValue?.isEmpty == false)
            }
            for (field, error) in [
                (#""created":"2999-01-01T00:00:00Z""#, "#/created future"),
                (#""created":"1999-12-31T00:00:00Z""#, "#/created range"),
                (#""status":"accepted""#, "#/status choice"),
            ] {
                let answer = try await doors.post(
                    "/api/v1/reports",
                    Self.report("\"description\":\"x\",\(field)"),
                    bearer: key
                )
                #expect(answer.status == 422)
                #expect(answer.errors == [error])
            }
            let after = try await rows(doors.database)
            #expect(after == before)
            #expect(doors.map.snapshot.count == 0)
        }
    }

    @Test func `HTML is kept as text and never leaves as markup`() async throws {
        try await withDoors("bad_html") { doors in
            let html = #"<script>alert(1)</script><img src=x onerror=alert(2)>"#
            let sent = try await doors.report(Self.report("\"description\":\"\(html)\""))
            let path = try #require(sent.object?["url"]?.stringValue)
            let answer = try await doors.ask(.get, path)
            #expect(answer.object?["description"] == .string(html))
            #expect(!answer.body.contains(UInt8(ascii: "<")))
            #expect(answer.response.headers["X-Content-Type-Options"] == "nosniff")
        }
    }

    /// How many rows each table has.
    private func rows(_ database: Database) async throws -> [String: Int64] {
        try await database.read { session in
            let names = try session.query(
                "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
            ).map { try $0.decode(String.self, at: 0) }
            var rows: [String: Int64] = [:]
            for name in names {
                rows[name] = try session.query("SELECT count(*) FROM \(unsafeSQL: name)").one {
                    try $0.decode(at: 0)
                }
            }
            return rows
        }
    }
}
