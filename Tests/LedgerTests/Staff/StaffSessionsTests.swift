import Cryptography
import Formats
import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(2)))
struct StaffSessionsTests {
    private let limits = SessionLimits(idle: 600, total: 3_600)

    @Test func `a session ends when nobody uses it`() async throws {
        try await withStaff("sessions_idle", limits: limits) { staff in
            try await staff.add("anna")
            let token = try await staff.session("anna").token
            var found: [Bool] = []
            for seconds in [Int64(599), 1_198, 1_798] {
                found.append(try await staff.sessions.find(token, at: staff.moment(seconds)) != nil)
            }
            #expect(found == [true, true, false])
        }
    }

    @Test func `a session ends in the end, however busy`() async throws {
        try await withStaff("sessions_total", limits: limits) { staff in
            try await staff.add("anna")
            let token = try await staff.session("anna").token
            for seconds in stride(from: Int64(300), through: 3_300, by: 300) {
                let session = try await staff.sessions.find(token, at: staff.moment(seconds))
                #expect(session != nil)
            }
            let last = try await staff.sessions.find(token, at: staff.moment(3_599))
            let over = try await staff.sessions.find(token, at: staff.moment(3_600))
            #expect(last != nil)
            #expect(over == nil)
        }
    }

    @Test func `that it was used is written once a minute`() async throws {
        try await withStaff("sessions_touch") { staff in
            try await staff.add("anna")
            let token = try await staff.session("anna").token
            var written: [Int64] = []
            for seconds in [Int64(1), 59, 60, 61, 119, 120] {
                _ = try await staff.sessions.find(token, at: staff.moment(seconds))
                let seen = try await staff.database.read { session in
                    try session.query("SELECT seen_at FROM staff_session").one {
                        try $0.decode(Timestamp.self, at: 0)
                    }
                }
                written.append(seen.seconds - StaffUnderTest.start.seconds)
            }
            #expect(written == [0, 0, 60, 60, 60, 120])
        }
    }

    @Test func `an account ends its own sessions and nobody else's`() async throws {
        try await withStaff("sessions_end") { staff in
            let anna = try await staff.add("anna")
            let jan = try await staff.add("jan")
            let (own, other) = (try await staff.session("anna"), try await staff.session("jan"))
            let foreign = try await staff.sessions.end(other.id, of: anna, at: staff.moment(1))
            #expect(!foreign)
            let ended = try await staff.sessions.end(own.id, of: anna, at: staff.moment(1))
            #expect(ended)
            let again = try await staff.sessions.end(own.id, of: anna, at: staff.moment(1))
            #expect(!again)
            let gone = try await staff.sessions.find(own.token, at: staff.moment(2))
            let stays = try await staff.sessions.find(other.token, at: staff.moment(2))
            #expect(gone == nil)
            #expect(stays?.account.id == jan)
        }
    }

    @Test func `changing what an account may do ends its sessions, changing its name does not`() async throws
    {
        try await withStaff("sessions_change") { staff in
            try await staff.add("root", .administrator)
            let anna = try await staff.add("anna")
            func isIn(_ token: SessionToken) async throws -> Bool {
                try await staff.sessions.find(token, at: staff.moment(5)) != nil
            }
            func change(_ role: StaffRole, unit: String? = nil) async throws {
                let change = try StaffUnderTest.change(to: role, unit: unit)
                try await staff.store.change(anna, to: change, by: .command, at: staff.moment(1))
            }
            let named = try await staff.session("anna")
            try await change(.consultant)
            #expect(try await isIn(named.token))
            try await change(.dispatcher, unit: "ZDMK")
            #expect(try await !isIn(named.token))
            let moved = try await staff.session("anna")
            try await change(.dispatcher, unit: "MPO")
            #expect(try await !isIn(moved.token))
            let reset = try await staff.session("anna")
            try await staff.store.resetCodes(of: anna, by: .command, at: staff.moment(1))
            #expect(try await !isIn(reset.token))
            let disabled = try await staff.session("anna")
            try await staff.store.disable(anna, by: .command, at: staff.moment(1))
            #expect(try await !isIn(disabled.token))
        }
    }

    @Test func `choosing another password ends all sessions and opens one`() async throws {
        try await withStaff("sessions_password") { staff in
            let anna = try await staff.add("anna")
            let (first, second) = (try await staff.session("anna"), try await staff.session("anna"))
            let wrong = try await staff.signIn.confirm("wrong", for: first, now: staff.moment(1))
            let right = try await staff.signIn.confirm(
                StaffUnderTest.password,
                for: first,
                now: staff.moment(1)
            )
            #expect(!wrong)
            #expect(right)
            let outcome = try await staff.signIn.choosePassword(
                "sześć żółtych parasoli",
                for: first,
                at: StaffUnderTest.place,
                now: staff.moment(1)
            )
            #expect(outcome.stage == .open)
            let open = try await staff.sessions.list(of: anna, at: staff.moment(2))
            #expect(open.count == 1)
            for session in [first, second] {
                let found = try await staff.sessions.find(session.token, at: staff.moment(2))
                #expect(found == nil)
            }
        }
    }

    @Test func `an account has twenty sessions at once at most`() async throws {
        try await withStaff("sessions_most") { staff in
            let anna = try await staff.add("anna")
            let first = try await staff.session("anna")
            for _ in 0..<StaffSessions.mostOpen { _ = try await staff.session("anna", after: 1) }
            let open = try await staff.sessions.list(of: anna, at: staff.moment(2))
            #expect(open.count == StaffSessions.mostOpen)
            let found = try await staff.sessions.find(first.token, at: staff.moment(2))
            #expect(found == nil)
        }
    }

    @Test func `sessions that were over a month ago are forgotten`() async throws {
        try await withStaff("sessions_forget") { staff in
            try await staff.add("anna")
            _ = try await staff.session("anna")
            let early = try await staff.sessions.forget(at: staff.moment(43_200 + 30 * 86_400))
            let late = try await staff.sessions.forget(at: staff.moment(43_201 + 30 * 86_400))
            #expect([early, late] == [0, 1])
        }
    }

    @Test func `a token says nothing of itself, and its parts cannot be told from each other`() throws {
        let token = SessionToken.random()
        #expect(token.secret.utf8.count == 43)
        #expect("\(token)\(String(reflecting: token))".contains(token.secret) == false)
        let again = try #require(SessionToken(parsing: token.secret))
        #expect(again.formToken == token.formToken)
        #expect(token.isFormToken(again.formToken))
        #expect(!token.isFormToken(SessionToken.random().formToken))
        #expect(!token.isFormToken(""))
        #expect(again.offeredSecret.bytes == token.offeredSecret.bytes)
        #expect(token.offeredSecret.bytes.count == 20)
        for text in ["", "x", token.secret + "A", String(token.secret.dropLast()), token.secret + "="] {
            #expect(SessionToken(parsing: text) == nil)
        }
    }
}
