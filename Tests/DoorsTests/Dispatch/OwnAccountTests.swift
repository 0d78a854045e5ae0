import Cryptography
import Formats
import HTTP
import Ledger
import Reports
import Testing

@testable import Doors

@Suite(.timeLimit(.minutes(2)))
struct OwnAccountTests {
    @Test func `name and language are one's own to change`() async throws {
        try await withDoors("own_name") { doors in
            let id = try await doors.addStaff("anna", .dispatcher, unit: "ZDMK")
            let console = Console(doors)
            try await console.signIn("anna")
            let saved = try await console.send(
                "/dispatch/account",
                [("name", "Anna N."), ("language", "en")]
            )
            #expect(saved.location == "/dispatch/account?done=saved")
            let page = try await console.open("/dispatch/account?done=saved")
            #expect(page.text.contains("<html lang=\"en\">") && page.text.contains("Saved."))
            let account = try #require(try await doors.accounts.account(id))
            #expect(account.name == "Anna N.")
            #expect(account.staff == Staff(.dispatcher, unit: "ZDMK"))
            for name in ["", " ", String(repeating: "a", count: 81), "a\nb"] {
                let answer = try await console.send("/dispatch/account", [("name", name)])
                #expect(answer.status == 422)
            }
            #expect(doors.missingNames.all.isEmpty)
        }
    }

    @Test func `the password changes for who knows it, and other sessions end`() async throws {
        try await withDoors("own_password") { doors in
            try await doors.addStaff("anna", .consultant)
            let (console, other) = (Console(doors), Console(doors))
            try await console.signIn("anna")
            try await other.signIn("anna")
            let before = console.cookie
            func change(_ current: String, _ new: String) async throws -> Answer {
                try await console.send(
                    "/dispatch/account/password",
                    [("current", current), ("new", new), ("again", new)]
                )
            }
            let refused = [
                try await change("wrong", "sześć żółtych parasoli"),
                try await change(Console.password, "krótkie"),
            ]
            #expect(refused.map(\.status) == [422, 422])
            let done = try await change(Console.password, "sześć żółtych parasoli")
            #expect(done.location == "/dispatch/account?done=password")
            #expect(console.cookie != before)
            let mine = try await console.open("/dispatch/account")
            let others = try await other.open("/dispatch/account")
            #expect(mine.status == 200)
            #expect(others.status == 303)
        }
    }

    @Test func `codes are set up and given up by who knows the password`() async throws {
        try await withDoors("own_codes") { doors in
            try await doors.addStaff("anna", .consultant)
            let console = Console(doors)
            try await console.signIn("anna")
            let offer = try await console.open("/dispatch/account/codes")
            #expect(offer.text.contains("otpauth://totp/Emapa:anna?secret="))
            let secret = try #require(console.cookie.flatMap { SessionToken(parsing: $0) }).offeredSecret
            let code = OneTimeCode(secret: secret).code(atSecond: Timestamp.now.seconds)
            let wrong = try await console.send("/dispatch/account/codes", [("code", code), ("current", "x")])
            #expect(wrong.status == 422)
            let on = try await console.send(
                "/dispatch/account/codes",
                [("code", code), ("current", Console.password)]
            )
            #expect(on.location == "/dispatch/account?done=codesOn")
            let again = try await console.send(
                "/dispatch/account/codes",
                [("code", code), ("current", Console.password)]
            )
            #expect(again.location == "/dispatch/account")
            let off = try await console.send(
                "/dispatch/account/codes/remove",
                [("current", Console.password)]
            )
            #expect(off.location == "/dispatch/account?done=codesOff")
            #expect(doors.missingNames.all.isEmpty)
        }
    }

    @Test func `nobody ends the sessions of others by their numbers`() async throws {
        try await withDoors("own_sessions") { doors in
            let anna = try await doors.addStaff("anna", .consultant)
            let jan = try await doors.addStaff("jan", .consultant)
            let (console, second, other) = (Console(doors), Console(doors), Console(doors))
            try await console.signIn("anna")
            try await second.signIn("anna")
            try await other.signIn("jan")
            for session in try await doors.sessions.list(of: jan) {
                _ = try await console.send("/dispatch/account/sessions/\(session.id)/end")
            }
            let page = try await other.open("/dispatch/")
            #expect(page.status == 200)
            for path in ["0", "-1", "x", "99999999999999999999"] {
                let answer = try await console.send("/dispatch/account/sessions/\(path)/end")
                #expect(answer.status == 404)
            }
            let ended = try await console.send("/dispatch/account/sessions/end")
            #expect(ended.status == 303)
            let left = try await doors.sessions.list(of: anna)
            #expect(left.count == 1)
            let gone = try await second.open("/dispatch/")
            #expect(gone.status == 303)
        }
    }
}
