import Formats
import HTTP
import Ledger
import Reports
import Testing

@testable import Doors

/// Forms that no page of ours has made, or that a page of ours made for somebody else.
@Suite(.timeLimit(.minutes(2)))
struct ForgeryTests {
    /// What browsers and others say of where a form comes from.
    private static let foreign: [[(HeaderName, HeaderValue)]] = [
        [], [("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "same-site")],
        [("Sec-Fetch-Site", "none")],
        [(.origin, "https://evil.example")], [(.origin, "null")], [(.origin, "https://localhost")],
        [(.origin, "http://localhost:8080")], [(.origin, "http://localhost.evil.example")],
        [("Sec-Fetch-Site", "cross-site"), (.origin, "http://localhost")],
        [("Sec-Fetch-Site", "same-site"), (.origin, "http://localhost")],
        [("Sec-Fetch-Site", "none"), (.origin, "https://evil.example")],
    ]
    private static let own: [[(HeaderName, HeaderValue)]] = [
        [("Sec-Fetch-Site", "same-origin")], [(.origin, "http://localhost")],
        [("Sec-Fetch-Site", "same-origin"), (.origin, "http://localhost")],
        [("Sec-Fetch-Site", "none"), (.origin, "http://localhost")],
    ]

    @Test func `only a page of ours sends forms, and silence is no proof`() async throws {
        try await withDoors("forgery_origin") { doors in
            try await doors.addStaff("anna", .consultant)
            let console = Console(doors)
            try await console.signIn("anna")
            let fields = [("name", "Anna"), ("language", "pl")]
            for page in ForgeryTests.foreign {
                let answer = try await console.send("/dispatch/account", fields, from: page)
                #expect(answer.status == 403, "\(page)")
                #expect(answer.text.contains("inna strona"))
            }
            for page in ForgeryTests.own {
                let answer = try await console.send("/dispatch/account", fields, from: page)
                #expect(answer.status == 303, "\(page)")
            }
        }
    }

    @Test func `nobody is signed in or out by another site`() async throws {
        try await withDoors("forgery_login") { doors in
            try await doors.addStaff("anna", .consultant)
            let console = Console(doors)
            for page in ForgeryTests.foreign {
                let answer = try await console.send(
                    "/dispatch/sign-in",
                    [("login", "anna"), ("password", Console.password)],
                    from: page
                )
                #expect(answer.status == 403)
            }
            #expect(console.cookie == nil)
            try await console.signIn("anna")
            let out = try await console.send("/dispatch/sign-out", from: [])
            #expect(out.status == 403)
            let page = try await console.open("/dispatch/")
            #expect(page.status == 200)
        }
    }

    @Test func `a form carries the token of its session`() async throws {
        try await withDoors("forgery_token") { doors in
            try await doors.addStaff("root", .administrator)
            let id = try await doors.addStaff("anna", .consultant)
            let (console, other) = (Console(doors), Console(doors))
            try await console.signIn("root")
            try await other.signIn("root")
            let foreign = other.cookie.flatMap { SessionToken(parsing: $0) }?.formToken
            let forms = [
                "/dispatch/account", "/dispatch/account/password", "/dispatch/account/codes",
                "/dispatch/account/sessions/end", "/dispatch/staff/new", "/dispatch/staff/\(id)",
                "/dispatch/staff/\(id)/disable", "/dispatch/staff/\(id)/password", "/dispatch/sign-out",
            ]
            for form in forms {
                for token in [nil, "", "AAAAAAAAAAAAAAAAAAAAAA", foreign, console.cookie] {
                    let answer = try await console.send(form, token: .some(token))
                    #expect(answer.status == 403, "\(form)")
                }
            }
            let anna = try await doors.accounts.account(id)
            #expect(anna?.disabled == nil)
            let right = try await console.send("/dispatch/staff/\(id)/disable")
            #expect(right.status == 303)
        }
    }
}
