package import Cryptography
import Formats
package import PostgreSQL
package import Reports

/// The secrets by which reporters come back to their reports: 22 characters that only the service can make.
///
/// They are kept nowhere: each is the beginning of a code of the report's identifier.
package struct ReportSecrets: Sendable {
    /// How many characters a secret has.
    package static let length = 22
    private static let byteCount = 16

    private let key: SecretKey

    /// Secrets made with a key.
    package init(key: SecretKey) {
        self.key = key
    }

    /// The secrets of the site that a migrated database belongs to.
    package static func open(_ database: Database) async throws -> ReportSecrets {
        ReportSecrets(key: try await SiteSecretStore(database).key(named: "report-secret"))
    }

    /// The secret of a report.
    package func secret(of id: ReportIdentifier) -> String {
        Base64URL.encode(bytes(for: id))
    }

    /// Whether a text is the secret of a report; the time it takes says nothing of how near it came.
    package func isSecret(_ text: String, of id: ReportIdentifier) -> Bool {
        guard let bytes = Base64URL.decode(text) else { return false }
        return ConstantTime.areEqual(bytes, self.bytes(for: id))
    }

    /// Whether a text is written as a secret is; whose it is is another matter.
    package static func isWellFormed(_ text: String) -> Bool {
        text.utf8.count == length && Base64URL.decode(text) != nil
    }

    private func bytes(for id: ReportIdentifier) -> [UInt8] {
        var message: [UInt8] = []
        for half in [id.high, id.low] {
            for shift in stride(from: UInt64(56), through: 0, by: -8) {
                message.append(UInt8(truncatingIfNeeded: half >> shift))
            }
        }
        return Array(HMACSHA256.code(of: message, key: key).bytes.prefix(ReportSecrets.byteCount))
    }
}
