import Cryptography
import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

struct ReportSecretsTests {
    private let secrets = ReportSecrets(key: SecretKey(Array(0..<32)))
    private let id = ReportIdentifier(high: 0x0190_4f6e_1c00_7abc, low: 0x8123_4567_89ab_cdef)

    @Test func `a secret is what its definition says`() {
        // hmac.digest(bytes(range(32)), id.bytes, "sha256")[:16] in Python, in base64url.
        #expect(secrets.secret(of: id) == "mHoFrv37pMRouJnAn2gssQ")
    }

    @Test func `a secret opens its own report and no other`() {
        let other = ReportIdentifier(high: id.high, low: id.low ^ 1)
        let secret = secrets.secret(of: id)
        #expect(secrets.isSecret(secret, of: id))
        #expect(!secrets.isSecret(secret, of: other))
        #expect(!secrets.isSecret(secrets.secret(of: other), of: id))
        let elsewhere = ReportSecrets(key: SecretKey(Array(1..<33)))
        #expect(!elsewhere.isSecret(secret, of: id))
    }

    @Test func `nothing but the whole secret is the secret`() {
        let secret = secrets.secret(of: id)
        for text in [
            "", String(secret.dropLast()), secret + "A", secret + "=", " " + secret, secret.lowercased(),
        ] {
            #expect(!secrets.isSecret(text, of: id))
        }
        #expect(ReportSecrets.isWellFormed(secret))
        #expect(!ReportSecrets.isWellFormed(String(secret.dropLast())))
        #expect(!ReportSecrets.isWellFormed(String(secret.dropLast()) + "="))
    }

    @Test(.timeLimit(.minutes(1)))
    func `instances that start at once share one key, and keep it`() async throws {
        try await withLedger("report_secrets") { _, database, _ in
            let made = try await withThrowingTaskGroup { group in
                for _ in 0..<10 {
                    group.addTask { try await ReportSecrets.open(database).secret(of: id) }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(made.count == 1)
            let later = try await ReportSecrets.open(database).secret(of: id)
            #expect(made == [later])
            let other = try await SiteSecretStore(database).key(named: "another")
            #expect(ReportSecrets(key: other).secret(of: id) != later)
        }
    }
}
