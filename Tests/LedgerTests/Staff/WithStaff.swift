import Cryptography
import Formats
import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

/// The staff on a migrated database of its own, with a clock that only the test moves.
struct StaffUnderTest {
    static let start = Timestamp(seconds: 1_790_000_000)
    static let password = "cztery słonie w windzie"
    static let place = SessionPlace(network: "203.0.113.0/24", agent: "Firefox, Linux")

    let database: Database
    let store: StaffStore
    let sessions: StaffSessions
    let signIn: SignIn
    let audit: StaffAudit

    /// Makes an account that signs in by a password alone; returns its number.
    @discardableResult
    func add(
        _ login: String,
        _ role: StaffRole = .consultant,
        unit: String? = nil,
        codes: CodeRule = .optional,
        _ state: PasswordState = .lasting
    ) async throws -> Int {
        let kept = try #require(StaffLogin(login))
        let staff = try #require(Staff(role, unit: unit))
        let new = try #require(
            NewStaffAccount(
                login: kept,
                name: "Somebody",
                staff: staff,
                codes: codes
            )
        )
        return try await store.add(
            new,
            password: try await StaffUnderTest.hash.value,
            state,
            by: .command,
            at: StaffUnderTest.start
        )
    }

    /// What an administrator makes of an account.
    static func change(
        to role: StaffRole,
        unit: String? = nil,
        codes: CodeRule = .optional
    ) throws -> StaffChange {
        let staff = try #require(Staff(role, unit: unit))
        return try #require(StaffChange(name: "Another", staff: staff, language: .en, codes: codes))
    }

    /// The hash of the one password of these tests, made once: a tenth of a second each would be minutes.
    private static let hash = Task { try await PasswordWork().hash(password) }

    /// Tries a name and a password so many seconds after the start.
    func enter(
        _ login: String,
        _ password: String = StaffUnderTest.password,
        after seconds: Int64 = 0,
        endingOld old: SessionToken? = nil
    ) async throws -> SignIn.Outcome {
        try await signIn.begin(
            StaffLogin(login),
            password: password,
            at: StaffUnderTest.place,
            endingOld: old,
            now: moment(seconds)
        )
    }

    /// The session that a name and a password open.
    func session(_ login: String, after seconds: Int64 = 0) async throws -> StaffSession {
        let (token, _) = try await entered(login, after: seconds)
        let session = try await sessions.find(token, at: moment(seconds))
        return try #require(session)
    }

    /// The token that a name and a password open a session with, and its stage.
    func entered(_ login: String, after seconds: Int64 = 0) async throws -> (SessionToken, SignInStage) {
        let outcome = try await enter(login, after: seconds)
        guard case .passed(let token, let stage) = outcome else { throw TestFailure("\(login) was refused") }
        return (token, stage)
    }

    /// So many seconds after the start.
    func moment(_ seconds: Int64) -> Timestamp { StaffUnderTest.start.advanced(bySeconds: seconds) }

    /// What the audit says, the oldest first.
    func told() async throws -> [String] {
        let page = try await audit.page(limit: 1_000)
        return page.events.reversed().map { event in
            let words =
                [event.account?.text ?? "-", event.what.rawValue] + (event.subject.map { [$0.text] } ?? [])
            let details = event.details.map { "\($0.name)=\($0.value)" }
            return (words + details).joined(separator: " ")
        }
    }
}

extension SignIn.Outcome {
    /// The stage that was reached; nil for a refusal.
    var stage: SignInStage? {
        guard case .passed(_, let stage) = self else { return nil }
        return stage
    }

    /// The token of the session; nil for a refusal.
    var token: SessionToken? {
        guard case .passed(let token, _) = self else { return nil }
        return token
    }
}

/// Runs a test with the staff of a database of its own.
func withStaff(
    _ name: String,
    limits: SessionLimits = .usual,
    _ body: (StaffUnderTest) async throws -> Void
) async throws {
    try await withDatabase(name) { database in
        _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: database)
        try await body(
            StaffUnderTest(
                database: database,
                store: StaffStore(database),
                sessions: StaffSessions(database, limits: limits),
                signIn: SignIn(database, passwords: PasswordWork(), limits: limits),
                audit: StaffAudit(database)
            )
        )
    }
}
