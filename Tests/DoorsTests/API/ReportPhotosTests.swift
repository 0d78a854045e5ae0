import Formats
import HTTP
import Ledger
import LiveMap
import TestSupport
import Testing

@testable import Doors

@Suite(.timeLimit(.minutes(2)))
struct ReportPhotosTests {
    private let reports = "/api/v1/reports"
    private let report = Array(
        #"{"category":"road.pothole","description":"Dziura","location":{"lon":19.9373,"lat":50.0617}}"#.utf8
    )

    private func picture(_ name: String) throws -> [UInt8] {
        try Checkout.read("Tests/Fixtures/photos/\(name)")
    }

    private func photos(_ answer: Answer) -> [JSONObject] {
        (answer.object?["photos"]?.arrayValue ?? []).compactMap(\.objectValue)
    }

    @Test func `photos come with their report, and each can be seen at once`() async throws {
        try await withDoors("photos_with") { doors in
            let sent = try await doors.form(
                reports,
                [
                    ("report", report), ("photo", try picture("quarters.jpg")),
                    ("photo", try picture("quarters.png")),
                ]
            )
            #expect(sent.status == 201)
            #expect(photos(sent).count == 2)
            let path = try #require(sent.object?["url"]?.stringValue)
            let open = try await doors.ask(.get, path)
            #expect(photos(open) == photos(sent))
            for photo in photos(open) {
                let file = try await doors.ask(.get, try #require(photo["url"]?.stringValue))
                #expect(file.status == 200)
                #expect(file.body.starts(with: [0xFF, 0xD8]))
            }
        }
    }

    @Test func `the same form is the same request, whatever stands between its parts`() async throws {
        try await withDoors("photos_named") { doors in
            let key: HeaderValue = "7f3a1c52-9b0e-4d6f-8a21-c4e95b7d0f38"
            let parts = [("report", report), ("photo", try picture("quarters.jpg"))]
            let first = try await doors.form(reports, parts, key: key)
            let second = try await doors.form(reports, parts, key: key, boundary: "another")
            #expect(first.status == 201)
            #expect(first.body == second.body)
            let other = try await doors.form(
                reports,
                [("report", report), ("photo", try picture("quarters.png"))],
                key: key
            )
            #expect(other.status == 409)
            #expect(doors.map.snapshot.count == 1)
        }
    }

    @Test func `photos are uploaded before, or added after by who may`() async throws {
        try await withDoors("photos_around") { doors in
            let before = try await doors.form("/api/v1/photos", [("file", try picture("quarters.jpg"))])
            #expect(before.status == 201)
            let id = try #require(before.object?["id"]?.stringValue)
            let sent = try await doors.report(
                String(decoding: report, as: UTF8.self).replacing(
                    "\"location\"",
                    with: "\"photos\":[\"\(id)\"],\"location\""
                )
            )
            #expect(photos(sent).first?["id"] == .string(id))
            let target = "\(try #require(sent.object?["url"]?.stringValue))/photos"
            let secret = try #require(sent.object?["secret"]?.stringValue)
            let files = [("file", try picture("quarters.png"))]
            for (bearer, status) in [
                (nil, 401), ("AAAAAAAAAAAAAAAAAAAAAA", 403),
                (try await doors.key("other-unit", [.unit], unit: "ZZM"), 403), (secret, 200),
                (try await doors.key("partner", [.report]), 200),
                (try await doors.key("own", [.unit], unit: "ZDMK"), 200),
            ] as [(String?, Int)] {
                let answer = try await doors.form(target, files, bearer: bearer)
                #expect(answer.status == status)
                if status == 200 { #expect(photos(answer).count == 2) }
            }
        }
    }

    @Test func `a form that is not one, or brings too much, is refused and no report is kept`() async throws {
        try await withDoors("photos_refused") { doors in
            let jpeg = try picture("quarters.jpg")
            let text = Array("no photo".utf8)
            for (parts, status) in [
                ([("photo", jpeg)], 400), ([("report", report), ("report", report)], 400),
                ([("report", report), ("other", jpeg)], 400), ([("report", Array("{".utf8))], 400),
                ([("report", Array("{}".utf8))], 422), ([("report", report), ("photo", text)], 415),
                ([("report", report)] + (0..<6).map { _ in ("photo", jpeg) }, 422),
                ([("report", [UInt8](repeating: 0x20, count: 70_000))], 413),
                ([("report", report), ("photo", Array(jpeg.prefix(jpeg.count / 2)))], 422),
            ] as [([(name: String, bytes: [UInt8])], Int)] {
                let answer = try await doors.form(reports, parts)
                #expect(answer.status == status)
            }
            let long = try await doors.report(String(repeating: " ", count: 70_000))
            #expect(long.status == 413)
            #expect(doors.map.snapshot.count == 0)
        }
    }
}
