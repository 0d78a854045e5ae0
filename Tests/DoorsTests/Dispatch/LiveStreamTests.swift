import Formats
import HTTP
import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

@testable import Doors

/// Streams of what changes, which last no longer than their sessions.
@Suite(.timeLimit(.minutes(2)))
struct LiveStreamTests {
    /// How a session ends while a page follows.
    enum Ending: String, CaseIterable {
        case signedOut, endedByOwner, disabled, givenAnotherRole, unused, over
    }

    @Test(arguments: Ending.allCases)
    func `a stream ends with its session, and nobody else's does`(ending: Ending) async throws {
        try await withDoors("live_\(ending.rawValue)") { doors in
            try await doors.addStaff("root", .administrator)
            let anna = try await doors.addStaff("anna", .consultant)
            try await doors.addStaff("jan", .consultant)
            let (hers, his) = (Console(doors), Console(doors))
            try await hers.signIn("anna")
            try await his.signIn("jan")
            let (herCookie, hisCookie) = (try #require(hers.cookie), try #require(his.cookie))
            let server = Server(ServerConfiguration(), router: doors.router)
            let port = try server.start()
            async let ended = onOwnThread { try Self.follow(port, herCookie, until: "0\r\n\r\n") }
            async let told = onOwnThread { try Self.follow(port, hisCookie, until: "event: cases\n") }
            while doors.cases.streamCount < 2 { try await Task.sleep(for: .milliseconds(5)) }
            try await doors.cases.endStreams(without: doors.sessions)
            #expect(doors.cases.streamCount == 2)
            try await Self.end(ending, hers, anna, doors)
            try await doors.cases.endStreams(without: doors.sessions)
            #expect(doors.cases.streamCount == 1)
            let isEnded = try await ended
            #expect(isEnded)
            let sent = try await doors.place(19.9373, 50.0617)
            let number = try #require(ReportNumber(parsing: sent))
            let report = try #require(try await doors.ledger.report(number))
            doors.cases.note([ReportMark(report)])
            doors.cases.tell()
            let isTold = try await told
            #expect(isTold)
            await server.stop(within: .seconds(5))
        }
    }

    /// Follows until a text comes; blocks.
    private static func follow(_ port: UInt16, _ cookie: String, until text: String) throws -> Bool {
        let client = try RawClient(port: port)
        try client.send(
            "GET /dispatch/events HTTP/1.1\r\nHost: localhost\r\nCookie: emapa-staff=\(cookie)\r\n\r\n"
        )
        let heard = try client.receive(through: text)
        return heard.contains("event: hello")
    }

    private static func end(_ ending: Ending, _ console: Console, _ account: Int, _ doors: DoorsUnderTest)
        async throws
    {
        switch ending {
        case .signedOut: #expect(try await console.send("/dispatch/sign-out").status == 303)
        case .endedByOwner:
            let id = try #require(try await doors.sessions.list(of: account).first?.id)
            #expect(try await console.send("/dispatch/account/sessions/\(id)/end").status == 303)
        case .disabled: try await doors.accounts.disable(account, by: .command)
        case .givenAnotherRole:
            let editor = try #require(Staff(.editor))
            let change = try #require(
                StaffChange(name: "Anna", staff: editor, language: .pl, codes: .optional)
            )
            try await doors.accounts.change(account, to: change, by: .command)
        case .unused: try await Self.set("seen_at = seen_at - interval '2 hours'", account, doors)
        case .over:
            try await Self.set(
                "created_at = created_at - interval '2 days', ends_at = created_at - interval '1 day'",
                account,
                doors
            )
        }
    }

    private static func set(_ change: String, _ account: Int, _ doors: DoorsUnderTest) async throws {
        try await doors.database.write { session in
            try session.run(unsafeScript: "UPDATE staff_session SET \(change) WHERE account = \(account)")
        }
    }
}
