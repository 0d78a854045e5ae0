import Formats
import HTTP
import PostgreSQL
import Testing

@testable import Doors

@Suite(.timeLimit(.minutes(2)))
struct TakingPartTests {
    private let pothole =
        #"{"category":"road.pothole","description":"Dziura","location":{"lon":19.9373,"lat":50.0617}}"#

    /// A report's path and secret.
    private func sent(_ doors: DoorsUnderTest) async throws -> (path: String, secret: String) {
        let answer = try await doors.report(pothole)
        return (
            try #require(answer.object?["url"]?.stringValue),
            try #require(answer.object?["secret"]?.stringValue)
        )
    }

    private func count(_ doors: DoorsUnderTest, _ table: String) async throws -> Int {
        try await doors.database.read { session in
            try session.query("SELECT count(*) FROM \(unsafeSQL: table)").one {
                Int(try $0.decode(Int64.self, at: 0))
            }
        }
    }

    @Test func `a comment is taken once, however often it is sent`() async throws {
        try await withDoors("part_comment") { doors in
            let (path, _) = try await sent(doors)
            let key: HeaderValue = "7f3a1c52-9b0e-4d6f-8a21-c4e95b7d0f38"
            for _ in 0..<2 {
                let answer = try await doors.post("\(path)/comments", #"{"text":"Coraz gorzej"}"#, key: key)
                #expect(answer.status == 200)
            }
            let other = try await doors.post("\(path)/comments", #"{"text":"Co innego"}"#, key: key)
            #expect(other.status == 409)
            let notes = try await count(doors, "report_note")
            #expect(notes == 1)
        }
    }

    @Test(arguments: [
        ("{}", "#/text missing"), (#"{"text":" \n"}"#, "#/text missing"), (#"{"text":""}"#, "#/text length"),
        (#"{"text":"a\u0000"}"#, "#/text control_character"), (#"{"text":"a\u202E"}"#, "#/text direction"),
        (#"{"text":7}"#, "#/text type"), (#"{"text":"x","who":"me"}"#, "#/who unknown"),
    ])
    func `words that cannot be shown are refused`(body: String, error: String) async throws {
        try await withDoors(
            "part_words_\(error.utf8.reduce(body.utf8.count) { $0 &* 31 &+ Int($1) } & 0xFFFFFF)"
        ) { doors in
            let (path, _) = try await sent(doors)
            let answer = try await doors.post("\(path)/comments", body)
            #expect(answer.status == 422)
            #expect(answer.errors == [error])
        }
    }

    @Test func `a sender's support counts once`() async throws {
        try await withDoors("part_support") { doors in
            let (path, _) = try await sent(doors)
            for (body, supporters) in [
                ("{}", 1), ("{}", 1), (#"{"sender":"5f2d8c1a4e7747b0"}"#, 2),
                (#"{"sender":"5f2d8c1a4e7747b0"}"#, 2),
                (#"{"sender":"5f2d8c1a4e7747b1"}"#, 3),
            ] {
                let answer = try await doors.post("\(path)/support", body)
                #expect(answer.object?["supporters"]?.numberValue?.integer == Int64(supporters))
            }
            let refused = try await doors.post("\(path)/support", #"{"sender":"me"}"#)
            #expect(refused.errors == ["#/sender length"])
        }
    }

    @Test func `a follower is kept with consent, once, and the answer tells nothing`() async throws {
        try await withDoors("part_follow") { doors in
            let (path, _) = try await sent(doors)
            for _ in 0..<2 {
                let answer = try await doors.post(
                    "\(path)/followers",
                    #"{"email":"a@example.org","consents":{"email":true}}"#
                )
                #expect(answer.status == 204)
            }
            let followers = try await count(doors, "report_follower")
            #expect(followers == 1)
            for (body, errors) in [
                ("{}", ["#/consents missing", "#/email missing"]),
                (#"{"email":"a@example.org","consents":{}}"#, ["#/consents missing"]),
                (
                    #"{"phone":"600 000 000","consents":{"email":true}}"#,
                    ["#/consents missing", "#/consents/email missing"]
                ),
                (#"{"email":"nobody","consents":{"email":true}}"#, ["#/email format"]),
            ] {
                let refused = try await doors.post("\(path)/followers", body)
                #expect(refused.status == 422)
                #expect(refused.errors.sorted() == errors)
            }
            let still = try await count(doors, "report_follower")
            #expect(still == 1)
        }
    }

    @Test func `only its sender takes a report back, and then nobody else sees it`() async throws {
        try await withDoors("part_withdraw") { doors in
            let (path, secret) = try await sent(doors)
            for (bearer, status, code) in [
                (nil, 401, "credential-required"), ("AAAAAAAAAAAAAAAAAAAAAA", 403, "not-yours"),
            ] as [(String?, Int, String)] {
                let answer = try await doors.ask(.post, "\(path)/withdrawal", bearer: bearer)
                #expect(answer.status == status)
                #expect(answer.object?["code"] == .string(code))
            }
            let done = try await doors.ask(.post, "\(path)/withdrawal", bearer: secret)
            #expect(done.status == 200)
            #expect(done.object?["status"] == .string("withdrawn"))
            let again = try await doors.ask(.post, "\(path)/withdrawal", bearer: secret)
            #expect(again.status == 409)
            #expect(again.object?["code"] == .string("step-refused"))
            let open = try await doors.ask(.get, path)
            #expect(open.status == 404)
            let mine = try await doors.ask(.get, path, bearer: secret)
            #expect(mine.status == 200)
        }
    }
}
