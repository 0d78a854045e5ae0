import Cryptography
import Formats
import HTTP
import Ledger
import Reports
import Testing

@testable import Doors

@Suite(.timeLimit(.minutes(2)))
struct SigningInTests {
    @Test func `who has not signed in is led there, and back to where he wanted to go`() async throws {
        try await withDoors("dispatch_way") { doors in
            try await doors.addStaff("root", .administrator)
            let console = Console(doors)
            let refused = try await console.open("/dispatch/?from=mail")
            #expect(refused.status == 303)
            let next = "/dispatch/?from=mail"
            let path = "/dispatch/sign-in?" + Query([.init(name: "next", value: next)]).encoded
            #expect(refused.location == path)
            let page = try await console.open(path)
            #expect(page.status == 200)
            #expect(page.text.contains("name=\"next\" value=\"/dispatch/?from=mail\""))
            let entered = try await console.signIn("root", next: next)
            #expect(entered.status == 303)
            #expect(entered.location == next)
            let start = try await console.open("/dispatch/")
            #expect(start.status == 200)
            #expect(start.text.contains("Osoba root"))
            #expect(doors.missingNames.all.isEmpty)
        }
    }

    @Test func `the cookie is read by no script and sent by no other site`() async throws {
        try await withDoors("dispatch_cookie") { doors in
            try await doors.addStaff("anna", .consultant)
            let answer = try await Console(doors).signIn("anna")
            let cookie = try #require(answer.response.headers[.setCookie])
            let parts = cookie.split(separator: ";").map { $0.drop { $0 == " " } }
            #expect(parts.first?.hasPrefix("emapa-staff=") == true)
            #expect(Set(parts.dropFirst()) == ["Path=/", "HttpOnly", "SameSite=Lax"])
        }
    }

    @Test func `a wrong password, an unknown name and a waiting account are told the same`() async throws {
        try await withDoors("dispatch_same") { doors in
            try await doors.addStaff("anna", .consultant)
            let console = Console(doors)
            var pages: Set<String> = []
            for _ in 0..<6 {
                let answer = try await console.signIn("anna", password: "wrong")
                #expect(answer.status == 422)
                pages.insert(answer.text)
            }
            let waiting = try await console.signIn("anna")
            #expect(waiting.status == 422)
            pages.insert(waiting.text)
            let unknown = try await console.signIn("nobody", password: "wrong")
            pages.insert(unknown.text.replacing("value=\"nobody\"", with: "value=\"anna\""))
            #expect(pages.count == 1)
            #expect(console.cookie == nil)
        }
    }

    @Test func `a token that was planted is never taken over`() async throws {
        try await withDoors("dispatch_fixation") { doors in
            try await doors.addStaff("anna", .consultant)
            try await doors.addStaff("mallory", .consultant)
            let thief = Console(doors)
            try await thief.signIn("mallory")
            let planted = thief.cookie
            let console = Console(doors)
            console.cookie = planted
            let again = try await console.send(
                "/dispatch/sign-in",
                [("login", "anna"), ("password", Console.password)]
            )
            #expect(again.status == 303)
            #expect(console.cookie != nil && console.cookie != planted)
            let page = try await console.open("/dispatch/")
            #expect(page.text.contains("Osoba anna"))
            // Nor does it go on by itself.
            let left = try await thief.open("/dispatch/")
            #expect(left.status == 303)
            let made = Console(doors)
            made.cookie = SessionToken.random().secret
            let stranger = made.cookie
            try await made.signIn("anna")
            #expect(made.cookie != stranger)
        }
    }

    @Test func `whoever signs out is out`() async throws {
        try await withDoors("dispatch_out") { doors in
            try await doors.addStaff("anna", .consultant)
            let console = Console(doors)
            try await console.signIn("anna")
            let kept = console.cookie
            let byLink = try await console.open("/dispatch/sign-out")
            #expect(byLink.status == 405)
            let answer = try await console.send("/dispatch/sign-out")
            #expect(answer.location == "/dispatch/sign-in?out=1")
            #expect(console.cookie == nil)
            console.cookie = kept
            let after = try await console.open("/dispatch/")
            #expect(after.status == 303)
        }
    }

    @Test func `a new account goes through its stages in order, whatever it asks for`() async throws {
        try await withDoors("dispatch_stages") { doors in
            try await doors.addStaff("anna", .consultant, codes: .required, .oneTime)
            let console = Console(doors)
            let first = try await console.signIn("anna", next: "/dispatch/account")
            let query = "?next=%2Fdispatch%2Faccount"
            #expect(first.location == "/dispatch/sign-in/password\(query)")
            let elsewhere = try await console.open("/dispatch/")
            #expect(elsewhere.location == "/dispatch/sign-in/password")
            let skipped = try await console.open("/dispatch/sign-in/codes")
            #expect(skipped.location == "/dispatch/sign-in/password")
            let mistyped = try await console.send(
                "/dispatch/sign-in/password",
                [("new", "sześć żółtych parasoli"), ("again", "sześć żółtych")]
            )
            #expect(mistyped.status == 422)
            let chosen = try await console.send(
                "/dispatch/sign-in/password",
                [
                    ("new", "sześć żółtych parasoli"), ("again", "sześć żółtych parasoli"),
                    ("next", "/dispatch/account"),
                ]
            )
            #expect(chosen.location == "/dispatch/sign-in/codes\(query)")
            let offer = try await console.open("/dispatch/sign-in/codes\(query)")
            #expect(offer.status == 200)
            let token = try #require(console.cookie.flatMap { SessionToken(parsing: $0) })
            let secret = Base32.encode(token.offeredSecret.bytes)
            #expect(offer.text.contains("secret=\(secret)"))
            let code = OneTimeCode(secret: token.offeredSecret).code(atSecond: Timestamp.now.seconds)
            let done = try await console.send(
                "/dispatch/sign-in/codes",
                [("code", code), ("next", "/dispatch/account")]
            )
            #expect(done.location == "/dispatch/account")
            let page = try await console.open("/dispatch/")
            #expect(page.status == 200)
            // The next time the code is asked for, and the one that set them up is used.
            let later = Console(doors)
            let asked = try await later.signIn("anna", password: "sześć żółtych parasoli")
            #expect(asked.location == "/dispatch/sign-in/code")
            let replay = try await later.send("/dispatch/sign-in/code", [("code", code)])
            #expect(replay.status == 422)
            let next = OneTimeCode(secret: token.offeredSecret).code(atSecond: Timestamp.now.seconds + 30)
            let right = try await later.send("/dispatch/sign-in/code", [("code", next)])
            #expect(right.location == "/dispatch/")
            #expect(doors.missingNames.all.isEmpty)
        }
    }

    @Test func `too many tries from one address wait`() async throws {
        try await withDoors("dispatch_rate") { doors in
            let console = Console(doors)
            var last = 0
            // Codes count as passwords do, and are refused sooner where there is no session.
            for _ in 0..<200 where last != 429 {
                last = try await console.send("/dispatch/sign-in/code", [("code", "123456")]).status
            }
            #expect(last == 429)
            let page = try await console.open("/dispatch/sign-in")
            #expect(page.status == 200)
        }
    }

    @Test func `pages are kept by nobody, listed by nobody, and load nothing from elsewhere`() async throws {
        try await withDoors("dispatch_headers") { doors in
            try await doors.addStaff("anna", .consultant)
            let console = Console(doors)
            let guest = try await console.open("/dispatch/sign-in")
            let entered = try await console.signIn("anna")
            let inside = try await console.open("/dispatch/")
            let missing = try await console.open("/dispatch/no-such-page")
            for answer in [guest, entered, inside] {
                #expect(answer.response.headers[.cacheControl] == "no-store")
                #expect(answer.response.headers["X-Robots-Tag"]?.contains("noindex") == true)
            }
            for answer in [guest, inside, missing] {
                let policy = try #require(answer.response.headers[.contentSecurityPolicy])
                #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
                #expect(!answer.text.contains("src=\"http") && !answer.text.contains("style=\""))
            }
            #expect(missing.status == 404)
            #expect(missing.text.contains("<html lang=\"pl\">"))
        }
    }

    @Test func `the page speaks the visitor's language, or the one that is asked for`() async throws {
        try await withDoors("dispatch_language") { doors in
            try await doors.addStaff("john", .consultant, language: .en)
            let console = Console(doors)
            let polish = try await console.open("/dispatch/sign-in")
            let english = try await console.open("/dispatch/sign-in", language: "en-GB")
            let chosen = try await console.open("/dispatch/sign-in?lang=en")
            #expect(polish.text.contains("<html lang=\"pl\">"))
            #expect(english.text.contains("<html lang=\"en\">"))
            #expect(chosen.text.contains("<html lang=\"en\">"))
            try await console.signIn("john")
            let page = try await console.open("/dispatch/")
            #expect(page.text.contains("<html lang=\"en\">"))
        }
    }
}
