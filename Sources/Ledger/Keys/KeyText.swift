package import Cryptography
import Formats

/// A key as its owner has it: `emapa_` and 43 characters; printed, it says nothing of itself.
package struct KeyText: Sendable {
    /// The text, to be shown once.
    package let secret: String
    /// What the ledger keeps in its place.
    package let hash: Digest

    /// What every key begins with, so that people and scanners know one where they see it.
    package static let prefix = "emapa_"
    private static let byteCount = 32

    /// Nil unless the text is written as a key is; whether there is such a key is another matter.
    package init?(parsing text: String) {
        guard text.hasPrefix(KeyText.prefix),
            Base64URL.decode(text.dropFirst(KeyText.prefix.count))?.count == KeyText.byteCount
        else { return nil }
        self.init(checked: text)
    }

    private init(checked text: String) {
        secret = text
        hash = SHA256.digest(of: text)
    }

    /// A new key, which nobody can foresee.
    package static func random() -> KeyText {
        KeyText(checked: prefix + Base64URL.encode(SecureRandom.bytes(byteCount)))
    }
}

extension KeyText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "an API key" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
