import Formats
import HTTP
import PostgreSQL
import Testing

@testable import Doors

/// The forms that work without a script, as a browser sends them.
@Suite(.timeLimit(.minutes(2)))
struct PortalFormTests {
    private let browser: [(HeaderName, HeaderValue)] = [
        ("Sec-Fetch-Site", "same-origin"), (.accept, "text/html"),
    ]
    private let plain = [
        ("category", "road.pothole"), ("description", "Dziura w jezdni"), ("lat", "50,0617"),
        ("lon", "19.9373"),
        ("address", ""), ("email", ""), ("phone", ""),
    ]

    private func send(
        _ doors: DoorsUnderTest,
        _ fields: [(String, String)],
        to path: String = "/report",
        headers: [(HeaderName, HeaderValue)]? = nil
    ) async throws -> (status: Int, page: String) {
        let query = Query(fields.map { Query.Item(name: $0.0, value: $0.1) })
        let answer = try await doors.ask(
            .post,
            path,
            type: "application/x-www-form-urlencoded",
            headers: headers ?? browser,
            body: query.encoded
        )
        return (answer.status, String(decoding: answer.body, as: UTF8.self))
    }

    private func count(_ doors: DoorsUnderTest) async throws -> Int {
        try await doors.database.read { session in
            try session.query("SELECT count(*) FROM report").one { Int(try $0.decode(Int64.self, at: 0)) }
        }
    }

    private func number(in page: String) throws -> String {
        String(try #require(page.firstMatch(of: /KCK-\d{4}-\d{6}/)).output)
    }

    @Test func `a form that is right becomes a report, with its number and its secret link`() async throws {
        try await withDoors("form_sent") { doors in
            let (status, page) = try await send(doors, plain)
            #expect(status == 201)
            let number = try number(in: page)
            let link = try #require(
                page.firstMatch(of: /http:\/\/localhost\/reports\/KCK-[\d-]+#secret=([\w-]{22})/)
            )
            let mine = try await doors.ask(.get, "/api/v1/reports/\(number)", bearer: String(link.output.1))
            #expect(mine.object?["mine"]?.boolValue == true)
            #expect(mine.object?["description"]?.stringValue == "Dziura w jezdni")
            #expect(doors.missingNames.all == [])
        }
    }

    @Test func `sent twice under one name, it is one report`() async throws {
        try await withDoors("form_twice") { doors in
            let named = plain + [("request", "7f3a1c52-9b0e-4d6f-8a21-c4e95b7d0f38")]
            let first = try await send(doors, named)
            let second = try await send(doors, named)
            #expect(try number(in: first.page) == number(in: second.page))
            #expect(try await count(doors) == 1)
        }
    }

    @Test func `everything that is wrong is said at once, and nothing that was written is lost`() async throws
    {
        try await withDoors("form_wrong") { doors in
            let (status, page) = try await send(
                doors,
                [
                    ("category", "road.pothole"), ("description", ""), ("lat", "60"), ("lon", "19.9"),
                    ("email", "not an address"), ("phone", "12"), ("consent_email", "on"),
                ]
            )
            #expect(status == 422)
            for id in ["#description", "#email", "#phone"] {
                #expect(page.contains("href=\"\(id)\""), "\(id)")
            }
            #expect(page.contains("value=\"not an address\""))
            #expect(try await count(doors) == 0)
            #expect(doors.missingNames.all == [])
        }
    }

    @Test(arguments: [
        [("lat", "abc"), ("lon", "19.9")], [("lat", "50.06"), ("lon", "")], [("lat", "10"), ("lon", "10")],
        [("category", "no.such")],
        [("category", "")],
    ])
    func `what cannot be a report is refused kindly`(changes: [(String, String)]) async throws {
        try await withDoors("form_refused_\(abs(changes.description.hashValue))") { doors in
            let names = Set(changes.map(\.0))
            let (status, page) = try await send(doors, plain.filter { !names.contains($0.0) } + changes)
            #expect(status == 422)
            #expect(page.contains("<form"))
            #expect(try await count(doors) == 0)
        }
    }

    @Test func `words of danger lead to the number, and may be sent by who is in none`() async throws {
        try await withDoors("form_danger") { doors in
            let fields = plain.map {
                $0.0 == "description" ? ($0.0, "Pożar, pali się dom, ludzie w środku") : $0
            }
            let (status, page) = try await send(doors, fields)
            #expect(status == 422)
            #expect(page.contains("tel:112"))
            #expect(try await count(doors) == 0)
            let again = try await send(doors, fields + [("not_emergency", "1")])
            #expect(again.status == 201)
            #expect(doors.missingNames.all == [])
        }
    }

    @Test func `the questions of a category can be asked before sending`() async throws {
        try await withDoors("form_questions") { doors in
            let (status, page) = try await send(doors, plain + [("questions", "1")])
            #expect(status == 200)
            #expect(page.contains("answers[size]"))
            #expect(page.contains("Dziura w jezdni"))
            let answered = try await send(doors, plain + [("answers[size]", "large")])
            #expect(answered.status == 201)
        }
    }

    @Test func `a form that another site sends is refused`() async throws {
        try await withDoors("form_foreign") { doors in
            for path in ["/report", "/en/report"] {
                let (status, _) = try await send(
                    doors,
                    plain,
                    to: path,
                    headers: [("Sec-Fetch-Site", "cross-site")]
                )
                #expect(status == 403)
            }
            let sent = try await send(doors, plain)
            let number = try number(in: sent.page)
            for path in ["/reports/\(number)/support", "/reports/\(number)/follow"] {
                let (status, _) = try await send(
                    doors,
                    [],
                    to: path,
                    headers: [(.origin, "https://evil.example")]
                )
                #expect(status == 403)
            }
            #expect(try await count(doors) == 1)
        }
    }

    @Test func `somebody says 'me too' and asks to be told`() async throws {
        try await withDoors("form_support") { doors in
            let number = try number(in: try await send(doors, plain).page)
            let supported = try await send(doors, [], to: "/reports/\(number)/support")
            #expect(supported.status == 200)
            let report = try await doors.ask(.get, "/api/v1/reports/\(number)")
            #expect(report.object?["supporters"]?.numberValue?.integer == 1)
            let refused = try await send(
                doors,
                [("email", "x@example.org")],
                to: "/en/reports/\(number)/follow"
            )
            #expect(refused.status == 422)
            #expect(refused.page.contains("value=\"x@example.org\""))
            let followed = try await send(
                doors,
                [("email", "x@example.org"), ("consent_email", "on")],
                to: "/reports/\(number)/follow"
            )
            #expect(followed.status == 200)
            #expect(!followed.page.contains("x@example.org"))
            #expect(doors.missingNames.all == [])
        }
    }

    @Test func `markup in every field comes back as text`() async throws {
        try await withDoors("form_script") { doors in
            let evil = #""><script>alert(1)</script><img src=x onerror=alert(1)>"#
            let names = [
                "category", "description", "address", "lat", "lon", "email", "phone", "same_as", "request",
                "kind",
                "photo_id", "answers[size]", "answers[<script>]", "consent_email",
            ]
            let (status, page) = try await send(doors, names.map { ($0, evil) })
            #expect(status == 422)
            #expect(!page.contains("<script>alert") && !page.contains("<img src=x"))
            for path in ["/", "/ideas", "/list", "/report", "/reports.atom"] {
                for name in ["q", "district", "from", "at", "category", "page", "lat", "lon", "kind", "bbox"]
                {
                    let query = Query([.init(name: name, value: evil)]).encoded
                    let answer = try await doors.ask(
                        .get,
                        "\(path)?\(query)",
                        headers: [(.accept, "text/html")]
                    )
                    let text = String(decoding: answer.body, as: UTF8.self)
                    #expect(
                        !text.contains("<script>alert") && !text.contains("<img src=x"),
                        "\(path) \(name)"
                    )
                }
            }
        }
    }
}
