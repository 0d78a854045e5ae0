import Cryptography
import Formats
import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

/// Codes, passwords that were given, and setting codes up.
@Suite(.timeLimit(.minutes(2)))
struct StageTests {
    private func code(of session: StaffSession, at moment: Timestamp) -> String {
        OneTimeCode(secret: session.token.offeredSecret).code(atSecond: moment.seconds)
    }

    /// An account with codes, whose secret is returned.
    private func addWithCodes(_ login: String, to staff: StaffUnderTest) async throws -> OneTimeCode {
        try await staff.add(login, codes: .required)
        let session = try await staff.session(login)
        let outcome = try await staff.signIn.setUpCodes(
            code(of: session, at: staff.moment(0)),
            for: session,
            at: StaffUnderTest.place,
            now: staff.moment(0)
        )
        #expect(outcome.stage == .open)
        return OneTimeCode(secret: session.token.offeredSecret)
    }

    @Test func `a new account chooses a password, sets codes up, and is in; each with another token`()
        async throws
    {
        try await withStaff("stages_all") { staff in
            try await staff.add("anna", codes: .required, .oneTime)
            let first = try await staff.session("anna")
            #expect(first.stage == .password)
            let second = try await staff.signIn.choosePassword(
                "sześć żółtych parasoli",
                for: first,
                at: StaffUnderTest.place,
                now: staff.moment(1)
            )
            #expect(second.stage == .enrolment)
            let token = try #require(second.token)
            let middle = try #require(try await staff.sessions.find(token, at: staff.moment(2)))
            let wrong = try await staff.signIn.setUpCodes(
                "000000",
                for: middle,
                at: StaffUnderTest.place,
                now: staff.moment(2)
            )
            #expect(wrong.stage == nil)
            let third = try await staff.signIn.setUpCodes(
                code(of: middle, at: staff.moment(2)),
                for: middle,
                at: StaffUnderTest.place,
                now: staff.moment(2)
            )
            #expect(third.stage == .open)
            let before = [
                try await staff.sessions.find(first.token, at: staff.moment(3)),
                try await staff.sessions.find(middle.token, at: staff.moment(3)),
            ]
            #expect(before.allSatisfy { $0 == nil })
            let old = try await staff.enter("anna", after: 10).stage
            let new = try await staff.enter("anna", "sześć żółtych parasoli", after: 10).stage
            #expect(old == nil)
            #expect(new == .code)
        }
    }

    @Test func `a password that was given has to be replaced by another`() async throws {
        try await withStaff("stages_same") { staff in
            try await staff.add("anna", .consultant, .oneTime)
            let session = try await staff.session("anna")
            await #expect(throws: PasswordRule.Fault.unchanged) {
                _ = try await staff.signIn.choosePassword(
                    StaffUnderTest.password,
                    for: session,
                    at: StaffUnderTest.place,
                    now: staff.moment(1)
                )
            }
            await #expect(throws: PasswordRule.Fault.tooShort) {
                _ = try await staff.signIn.choosePassword("short", for: session, at: StaffUnderTest.place)
            }
        }
    }

    @Test func `a code is taken once, even by two at the same moment`() async throws {
        try await withStaff("stages_replay") { staff in
            let codes = try await addWithCodes("anna", to: staff)
            let now = staff.moment(60)
            let code = codes.code(atSecond: now.seconds)
            let sessions = [
                try await staff.session("anna", after: 60), try await staff.session("anna", after: 60),
            ]
            let stages = await withTaskGroup(of: SignInStage?.self) { group in
                for session in sessions {
                    group.addTask {
                        try? await staff.signIn.giveCode(
                            code,
                            for: session,
                            at: StaffUnderTest.place,
                            now: now
                        )
                        .stage
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(stages.compactMap { $0 } == [.open])
            // Nor later, nor the one before it.
            let late = try await staff.session("anna", after: 61)
            let again = try await staff.signIn.giveCode(
                codes.code(atSecond: now.seconds - 30),
                for: late,
                at: StaffUnderTest.place,
                now: staff.moment(61)
            )
            #expect(again.stage == nil)
            let next = try await staff.signIn.giveCode(
                " \(codes.code(atSecond: now.seconds + 30)) ",
                for: late,
                at: StaffUnderTest.place,
                now: staff.moment(90)
            )
            #expect(next.stage == .open)
        }
    }

    @Test func `the code that set codes up does not sign in`() async throws {
        try await withStaff("stages_first_code") { staff in
            let codes = try await addWithCodes("anna", to: staff)
            let session = try await staff.session("anna", after: 1)
            let outcome = try await staff.signIn.giveCode(
                codes.code(atSecond: staff.moment(1).seconds),
                for: session,
                at: StaffUnderTest.place,
                now: staff.moment(1)
            )
            #expect(outcome.stage == nil)
        }
    }

    @Test func `a right password between does not forget the wrong codes`() async throws {
        try await withStaff("stages_guessing") { staff in
            let codes = try await addWithCodes("anna", to: staff)
            var waits = 0
            for _ in 0..<5 {
                let session = try await staff.session("anna", after: 60)
                let outcome = try await staff.signIn.giveCode(
                    "123456",
                    for: session,
                    at: StaffUnderTest.place,
                    now: staff.moment(60)
                )
                if outcome.stage == nil { waits += 1 }
            }
            #expect(waits == 5)
            let password = try await staff.enter("anna", after: 61).stage
            #expect(password == nil)
            let session = try await staff.session("anna", after: 80)
            let right = try await staff.signIn.giveCode(
                codes.code(atSecond: staff.moment(80).seconds),
                for: session,
                at: StaffUnderTest.place,
                now: staff.moment(80)
            )
            #expect(right.stage == .open)
        }
    }

    @Test func `whoever owes a code can change nothing instead`() async throws {
        try await withStaff("stages_bypass") { staff in
            _ = try await addWithCodes("anna", to: staff)
            let owing = try await staff.session("anna", after: 60)
            #expect(owing.stage == .code)
            let (place, now) = (StaffUnderTest.place, staff.moment(60))
            let outcomes = [
                try await staff.signIn.choosePassword(
                    "sześć parasoli w kącie",
                    for: owing,
                    at: place,
                    now: now
                ),
                try await staff.signIn.setUpCodes(code(of: owing, at: now), for: owing, at: place, now: now),
                try await staff.signIn.removeCodes(for: owing, at: place, now: now),
            ]
            #expect(outcomes.allSatisfy { $0.stage == nil })
            let still = try await staff.enter("anna", after: 60).stage
            #expect(still == .code)
        }
    }

    @Test func `a session of a stage is good for ten minutes`() async throws {
        try await withStaff("stages_time") { staff in
            _ = try await addWithCodes("anna", to: staff)
            let (token, stage) = try await staff.entered("anna", after: 60)
            #expect(stage == .code)
            let before = try await staff.sessions.find(token, at: staff.moment(60 + 599))
            let after = try await staff.sessions.find(token, at: staff.moment(60 + 600))
            #expect(before != nil)
            #expect(after == nil)
        }
    }
}
