import Formats
import HTTP
import Ledger
import PostgreSQL
import Reports
import Testing

@testable import Doors

/// The pages as they ship, asked through the router: in both languages, with everything that they name.
@Suite(.timeLimit(.minutes(2)))
struct PortalPagesTests {
    private static let pages = [
        "/", "/report", "/report?kind=idea", "/report?category=road.pothole", "/ideas", "/about", "/help",
        "/privacy",
        "/accessibility", "/offline", "/tiles/", "/list", "/?district=I&status=all&q=dziura",
    ]

    private let pothole = """
        {"category":"road.pothole","description":"Dziura","location":{"lon":19.9373,"lat":50.0617},
         "answers":{"size":"large"}}
        """

    private func read(_ doors: DoorsUnderTest, _ path: String) async throws -> String {
        let answer = try await doors.ask(.get, path, headers: [(.accept, "text/html")])
        #expect(answer.status == 200, "\(path)")
        return String(decoding: answer.body, as: UTF8.self)
    }

    private func sent(_ doors: DoorsUnderTest, _ body: String? = nil) async throws -> String {
        let answer = try await doors.report(body ?? pothole)
        return try #require(answer.object?["number"]?.stringValue)
    }

    @Test func `each page is there in both languages, with a value for everything that it names`()
        async throws
    {
        try await withDoors("portal_pages") { doors in
            let number = try await sent(doors)
            for path in Self.pages + ["/reports/\(number)"] {
                let polish = try await read(doors, path)
                let english = try await read(
                    doors,
                    path == "/" || path.hasPrefix("/?") ? "/en" + path : "/en" + path
                )
                guard !path.hasPrefix("/list") else { continue }
                #expect(polish.contains("<html lang=\"pl\""), "\(path)")
                #expect(english.contains("<html lang=\"en\""), "\(path)")
                #expect(polish.contains("href=\"/en\(path.prefix { $0 != "?" })"), "\(path)")
            }
            #expect(doors.missingNames.all == [])
        }
    }

    @Test func `pages load from their own address alone, and no other page frames them`() async throws {
        try await withDoors("portal_policy") { doors in
            for path in Self.pages {
                let answer = try await doors.ask(.get, path)
                let policy = try #require(answer.response.headers[.contentSecurityPolicy])
                #expect(policy.contains("script-src 'self';") && policy.contains("style-src 'self';"))
                #expect(!policy.contains("unsafe"))
                #expect(policy.contains("frame-ancestors 'none'"))
                #expect(!answer.response.headers.contains("Set-Cookie"))
                let page = String(decoding: answer.body, as: UTF8.self)
                for inline in [" style=\"", " onclick=", " onload=", "<style", "javascript:"] {
                    #expect(!page.contains(inline), "\(path) has \(inline)")
                }
            }
        }
    }

    @Test func `a page that has not changed is not sent again`() async throws {
        try await withDoors("portal_etag") { doors in
            let first = try await doors.ask(.get, "/about")
            let tag = try #require(first.response.headers[.etag].flatMap { HeaderValue($0) })
            let second = try await doors.ask(.get, "/about", headers: [(.ifNoneMatch, tag)])
            #expect(second.status == 304)
        }
    }

    @Test func `a case that nobody has is told as a page to people and as a problem to programs`()
        async throws
    {
        try await withDoors("portal_gone") { doors in
            let page = try await doors.ask(
                .get,
                "/en/reports/KCK-2026-999999",
                headers: [(.accept, "text/html,*/*")]
            )
            #expect(page.status == 404)
            #expect(String(decoding: page.body, as: UTF8.self).contains("<html lang=\"en\""))
            let problem = try await doors.ask(.get, "/reports/KCK-2026-999999", headers: [(.accept, "*/*")])
            #expect(problem.object?["code"]?.stringValue == "no-such-report")
            let api = try await doors.ask(
                .get,
                "/api/v1/reports/KCK-2026-999999",
                headers: [(.accept, "text/html")]
            )
            #expect(api.object?["code"]?.stringValue == "no-such-report")
            let nowhere = try await doors.ask(.get, "/nowhere", headers: [(.accept, "text/html")])
            #expect(nowhere.status == 404)
            #expect(String(decoding: nowhere.body, as: UTF8.self).contains("<html lang=\"pl\""))
            #expect(doors.missingNames.all == [])
        }
    }

    @Test func `what was hidden has no page, no feed and no place in a list`() async throws {
        try await withDoors("portal_hidden") { doors in
            let number = try await sent(doors)
            let key = try await doors.key("centre", [.unit], unit: "KCK")
            let hidden = try await doors.post(
                "/api/v1/reports/\(number)/visibility",
                #"{"hidden":true}"#,
                bearer: key
            )
            #expect(hidden.status == 200)
            for path in ["/reports/\(number)", "/reports/\(number)/feed.atom"] {
                #expect(try await doors.ask(.get, path).status == 404)
            }
            for path in ["/", "/list?status=all", "/reports.atom?status=all", "/sitemap.xml", "/ideas"] {
                let answer = try await doors.ask(.get, path)
                #expect(answer.status == 200)
                #expect(!String(decoding: answer.body, as: UTF8.self).contains(number), "\(path)")
            }
        }
    }

    @Test func `words of categories for staff's eyes are nowhere`() async throws {
        try await withDoors("portal_withheld") { doors in
            let word = "szczegolnyopis"
            let number = try await sent(
                doors,
                #"{"category":"opp","description":"Parkomat \#(word)","location":{"lon":19.9373,"lat":50.0617}}"#
            )
            let page = try await read(doors, "/reports/\(number)")
            #expect(page.contains(number))
            for path in ["/reports/\(number)", "/", "/list", "/reports.atom", "/reports/\(number)/feed.atom"]
            {
                let answer = try await doors.ask(.get, path)
                #expect(!String(decoding: answer.body, as: UTF8.self).contains(word), "\(path)")
            }
        }
    }

    @Test func `a personal datum in a text is masked on every page`() async throws {
        try await withDoors("portal_masked") { doors in
            let body = """
                {"category":"road.pothole","description":"Dziura, proszę dzwonić 501 234 567 albo a.b@example.org",
                 "location":{"lon":19.9373,"lat":50.0617},"contact":{"email":"reporter@example.org"},"consents":{"email":true}}
                """
            let number = try await sent(doors, body)
            for path in ["/reports/\(number)", "/", "/list", "/reports.atom", "/reports/\(number)/feed.atom"]
            {
                let answer = try await doors.ask(.get, path)
                let text = String(decoding: answer.body, as: UTF8.self)
                for datum in ["501 234 567", "a.b@example.org", "reporter@example.org"] {
                    #expect(!text.contains(datum), "\(path)")
                }
            }
        }
    }

    @Test func `pages of a list follow each other to its end`() async throws {
        try await withDoors("portal_paging") { doors in
            for index in 0..<25 {
                let longitude = 19.90 + Double(index) * 0.003
                _ = try await sent(
                    doors,
                    #"{"category":"road.pothole","description":"Dziura \#(index)","location":{"lon":\#(longitude),"lat":50.05}}"#
                )
            }
            let first = try await doors.ask(.get, "/list")
            let text = String(decoding: first.body, as: UTF8.self)
            let next = try #require(text.split(separator: "\"").first { $0.hasPrefix("/list?page=") })
            let second = try await doors.ask(.get, String(next))
            let rest = String(decoding: second.body, as: UTF8.self)
            func numbers(_ text: String) -> Set<String> {
                Set(text.matches(of: /KCK-\d{4}-\d{6}/).map { String($0.output) })
            }
            #expect(numbers(text).count == 20)
            #expect(numbers(rest).count == 5)
            #expect(numbers(text).isDisjoint(with: numbers(rest)))
        }
    }
}
