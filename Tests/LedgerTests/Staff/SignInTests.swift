import Cryptography
import Formats
import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(2)))
struct SignInTests {
    @Test func `a name and its password open a session, and nothing else does`() async throws {
        try await withStaff("signin_right") { staff in
            try await staff.add("anna")
            try await staff.add("gone")
            let gone = try #require(StaffLogin("gone"))
            let id = try #require(try await staff.store.account(gone)).id
            try await staff.store.disable(id, by: .command)
            let stages = [
                try await staff.enter("Anna").stage, try await staff.enter("anna", "wrong").stage,
                try await staff.enter("nobody").stage, try await staff.enter("gone").stage,
                try await staff.enter("no name").stage, try await staff.enter("anna", "").stage,
            ]
            #expect(stages == [.open, nil, nil, nil, nil, nil])
        }
    }

    /// Each of these is compared with a hash of the same costs: no answer may come without that work.
    @Test func `a name that there is not takes as long as one that there is`() async throws {
        try await withStaff("signin_time") { staff in
            try await staff.add("anna")
            let clock = ContinuousClock()
            var times: [String: Duration] = [:]
            for _ in 0..<3 {
                for name in ["anna", "nobody", "no name"] {
                    let time = try await clock.measure { _ = try await staff.enter(name, "wrong password") }
                    times[name] = min(times[name] ?? time, time)
                }
            }
            let (anna, nobody, none) = (
                times["anna"] ?? .zero, times["nobody"] ?? .zero, times["no name"] ?? .zero
            )
            #expect(nobody * 2 > anna)
            #expect(none * 2 > anna)
        }
    }

    @Test func `after five failures each further one doubles the wait, up to a quarter of an hour`()
        async throws
    {
        #expect((0...4).allSatisfy { LockOut.seconds(afterFailures: $0) == 0 })
        let waits = (5...13).map { LockOut.seconds(afterFailures: $0) }
        #expect(waits == [15, 30, 60, 120, 240, 480, 900, 900, 900])
        #expect(LockOut.seconds(afterFailures: .max) == 900)
    }

    @Test func `an account that waits is let in by nothing, and by its password afterwards`() async throws {
        try await withStaff("signin_locked") { staff in
            try await staff.add("anna")
            for _ in 0..<5 {
                let stage = try await staff.enter("anna", "wrong").stage
                #expect(stage == nil)
            }
            let during = try await staff.enter("anna", after: 14).stage
            #expect(during == nil)
            // What was tried meanwhile does not make it longer.
            let after = try await staff.enter("anna", after: 15).stage
            #expect(after == .open)
            // It begins anew.
            let wrong = try await staff.enter("anna", "wrong", after: 16).stage
            let right = try await staff.enter("anna", after: 16).stage
            #expect(wrong == nil)
            #expect(right == .open)
            let told = try await staff.told()
            #expect(
                told == [
                    "- account_added anna role=consultant",
                    "anna sign_in_refused reason=password", "anna sign_in_refused reason=password",
                    "anna sign_in_refused reason=password", "anna sign_in_refused reason=password",
                    "anna locked_out reason=password seconds=15",
                    "anna signed_in", "anna sign_in_refused reason=password", "anna signed_in",
                ]
            )
        }
    }

    @Test func `the wait is kept in the database, and doubles`() async throws {
        try await withStaff("signin_doubling") { staff in
            try await staff.add("anna")
            for _ in 0..<5 { _ = try await staff.enter("anna", "wrong") }
            _ = try await staff.enter("anna", "wrong", after: 15)
            // Another instance of the service.
            let other = SignIn(staff.database, passwords: PasswordWork())
            var stages: [SignInStage?] = []
            for seconds in [Int64(44), 45] {
                let outcome = try await other.begin(
                    StaffLogin("anna"),
                    password: StaffUnderTest.password,
                    at: StaffUnderTest.place,
                    now: staff.moment(seconds)
                )
                stages.append(outcome.stage)
            }
            #expect(stages == [nil, .open])
        }
    }

    @Test func `many guesses at once count one by one`() async throws {
        try await withStaff("signin_parallel") { staff in
            try await staff.add("anna")
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<8 { group.addTask { _ = try? await staff.enter("anna", "wrong") } }
            }
            let failures = try await staff.database.read { session in
                try session.query("SELECT failures FROM staff_account").one { try $0.decode(Int.self, at: 0) }
            }
            // Five, and then none was looked at while the account waited.
            #expect(failures == 5)
        }
    }

    @Test func `what was there before signing in is worth nothing afterwards`() async throws {
        try await withStaff("signin_fixation") { staff in
            try await staff.add("anna")
            try await staff.add("mallory")
            let planted = try await staff.session("mallory").token
            let outcome = try await staff.enter("anna", endingOld: planted)
            let token = try #require(outcome.token)
            #expect(token.secret != planted.secret)
            let old = try await staff.sessions.find(planted, at: staff.moment(1))
            #expect(old == nil)
            let new = try await staff.sessions.find(token, at: staff.moment(1))
            #expect(new?.account.login.text == "anna")
        }
    }

    @Test func `neither password nor token nor what was typed is in the database`() async throws {
        try await withStaff("signin_canary") { staff in
            try await staff.add("anna")
            _ = try await staff.enter("anna", "a canary that sings")
            _ = try await staff.enter("a-canary-that-sings")
            let token = try await staff.session("anna").token
            let rows = try await staff.database.read { session in
                try ["staff_account", "staff_session", "staff_event"].flatMap { table in
                    try session.query("SELECT t::text FROM \(identifier: table) t").map {
                        try $0.decode(String.self, at: 0)
                    }
                }
            }
            let all = rows.joined(separator: "\n")
            #expect(!all.contains("canary") && !all.contains(StaffUnderTest.password))
            #expect(!all.contains(token.secret) && !all.contains(token.formToken))
            #expect(all.contains(token.hash.hexadecimal))
        }
    }
}
