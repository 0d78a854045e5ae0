import Cryptography
import Formats
import HTTP
import Ledger
import Reports
import Testing

@testable import Doors

/// A browser at the console: it keeps its cookie, and sends the tokens of its pages.
final class Console {
    static let password = "cztery słonie w windzie"
    private let doors: DoorsUnderTest
    /// What the cookie holds; nil without one.
    var cookie: String?

    init(_ doors: DoorsUnderTest) {
        self.doors = doors
    }

    /// What the browser says of a page of the console that sends a form.
    static let ownPage: [(HeaderName, HeaderValue)] = [
        ("Sec-Fetch-Site", "same-origin"), (.origin, "http://localhost"),
    ]

    /// Asks for a page.
    func open(_ path: String, language: HeaderValue = "pl") async throws -> Answer {
        try await ask(.get, path, [(.acceptLanguage, language)])
    }

    /// Sends a form with the token of the session.
    func send(
        _ path: String,
        _ fields: [(String, String)] = [],
        from page: [(HeaderName, HeaderValue)] = Console.ownPage,
        token: String?? = .none
    ) async throws -> Answer {
        var items = fields.map { Query.Item(name: $0.0, value: $0.1) }
        let own = cookie.flatMap { SessionToken(parsing: $0) }?.formToken
        if let token = token ?? own { items.append(.init(name: "token", value: token)) }
        return try await ask(
            .post,
            path,
            page + [(.contentType, "application/x-www-form-urlencoded")],
            body: Query(items).encoded
        )
    }

    /// Sends a list of reports as a file, and asks for the answer as programs have it.
    func upload(_ text: String, isRehearsal: Bool = false, token: String? = nil) async throws -> Answer {
        try await upload(Array(text.utf8), isRehearsal: isRehearsal, token: token)
    }

    /// The same for a file of any bytes.
    func upload(_ file: [UInt8], isRehearsal: Bool = false, token: String? = nil) async throws -> Answer {
        let own = cookie.flatMap { SessionToken(parsing: $0) }?.formToken
        var body = ""
        for (name, value) in [("token", token ?? own ?? "")] + (isRehearsal ? [("dry_run", "1")] : []) {
            body += "--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        body +=
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
        var headers = Console.ownPage + [(.accept, "application/json")]
        if let cookie, let value = HeaderValue("emapa-staff=\(cookie)") { headers.append((.cookie, value)) }
        return try await doors.ask(
            .post,
            "/dispatch/import",
            type: "multipart/form-data; boundary=edge",
            headers: headers,
            bytes: Array(body.utf8) + file + Array("\r\n--edge--\r\n".utf8)
        )
    }

    private func ask(
        _ method: HTTP.Method,
        _ path: String,
        _ headers: [(HeaderName, HeaderValue)],
        body: String = ""
    ) async throws -> Answer {
        var headers = headers + [(.accept, "text/html")]
        if let cookie, let value = HeaderValue("emapa-staff=\(cookie)") { headers.append((.cookie, value)) }
        let answer = try await doors.ask(method, path, headers: headers, body: body)
        if let set = answer.response.headers[.setCookie] {
            let value = set.split(separator: ";").first.map { String($0.dropFirst("emapa-staff=".count)) }
            cookie = value?.isEmpty == false ? value : nil
        }
        return answer
    }

    /// Signs in by a name and the password of these tests.
    @discardableResult
    func signIn(_ login: String, password: String = Console.password, next: String = "") async throws
        -> Answer
    {
        try await send(
            "/dispatch/sign-in",
            [("login", login), ("password", password), ("next", next), ("lang", "pl")]
        )
    }
}

extension Answer {
    /// Where a redirect leads.
    var location: String? { response.headers[.location] }
    /// The page.
    var text: String { String(decoding: body, as: UTF8.self) }
}

extension DoorsUnderTest {
    private static let hash = Task { try await PasswordWork().hash(Console.password) }

    /// Makes an account that signs in by the password of these tests; returns its number.
    @discardableResult
    func addStaff(
        _ login: String,
        _ role: StaffRole,
        unit: String? = nil,
        language: Language = .pl,
        codes: CodeRule = .optional,
        _ state: PasswordState = .lasting
    ) async throws -> Int {
        let kept = try #require(StaffLogin(login))
        let staff = try #require(Staff(role, unit: unit))
        let new = try #require(
            NewStaffAccount(
                login: kept,
                name: "Osoba \(login)",
                staff: staff,
                language: language,
                codes: codes
            )
        )
        return try await accounts.add(new, password: try await DoorsUnderTest.hash.value, state, by: .command)
    }
}
