package import Cryptography
import Formats

/// What a session's cookie holds: 43 characters that nobody can foresee; printed, it says nothing of itself.
package struct SessionToken: Sendable {
    private static let byteCount = 32

    /// The text, for the cookie.
    package let secret: String
    /// What the ledger keeps in its place.
    package let hash: Digest
    private let key: SecretKey

    /// Nil unless the text is written as a token is; whether there is such a session is another matter.
    package init?(parsing text: String) {
        guard let bytes = Base64URL.decode(text), bytes.count == SessionToken.byteCount else { return nil }
        self.init(bytes: bytes)
    }

    private init(bytes: [UInt8]) {
        secret = Base64URL.encode(bytes)
        hash = SHA256.digest(of: bytes)
        key = SecretKey(bytes)
    }

    /// A new token.
    package static func random() -> SessionToken {
        SessionToken(bytes: SecureRandom.bytes(byteCount))
    }

    /// What the session's forms carry, so that none is taken that another page has made.
    package var formToken: String {
        Base64URL.encode(Array(code("form").prefix(16)))
    }

    /// Whether a text is what the session's forms carry; the time it takes says nothing of how near it came.
    package func isFormToken(_ text: String) -> Bool {
        ConstantTime.areEqual(Array(text.utf8), Array(formToken.utf8))
    }

    /// The secret of one-time codes that this session offers: always the same, and kept nowhere.
    package var offeredSecret: SecretKey {
        SecretKey(Array(code("one-time codes").prefix(OneTimeCode.secretByteCount)))
    }

    private func code(_ purpose: String) -> [UInt8] {
        HMACSHA256.code(of: Array(purpose.utf8), key: key).bytes
    }
}

extension SessionToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a session's token" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
