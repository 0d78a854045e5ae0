package import Cryptography
package import PostgreSQL
package import Reports

/// Tells the senders of support apart without keeping who they are: 32 bytes that only the site can make.
///
/// Who says 'me too' has another digest with each report, so that nobody can be followed from one to the next.
package struct SenderDigests: Sendable {
    private let key: SecretKey

    /// Digests made with a key.
    package init(key: SecretKey) {
        self.key = key
    }

    /// The digests of the site that a migrated database belongs to.
    package static func open(_ database: Database) async throws -> SenderDigests {
        SenderDigests(key: try await SiteSecretStore(database).key(named: "sender"))
    }

    /// The digest of a sender, whatever names them, for all that they send; it is forgotten with `report_sender`.
    package func digest(of sender: String) -> [UInt8] {
        HMACSHA256.code(of: Array("sends\n\(sender)".utf8), key: key).bytes
    }

    /// The digest of a sender, whatever names them, with a report.
    package func digest(of sender: String, with id: ReportIdentifier) -> [UInt8] {
        HMACSHA256.code(of: Array("\(id)\n\(sender)".utf8), key: key).bytes
    }
}
