/// Bytes that only the service may know; printed, they say nothing of themselves.
package struct SecretKey: Sendable {
    /// The bytes, for whoever keeps them.
    package let bytes: [UInt8]

    /// The number of bytes of a new key.
    package static let byteCount = 32

    /// A key that exists already.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A new key, which nobody can foresee.
    package static func random() -> SecretKey {
        SecretKey(SecureRandom.bytes(byteCount))
    }
}

extension SecretKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a secret key" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
