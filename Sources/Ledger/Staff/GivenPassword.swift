import Cryptography
import Formats

/// A password that is made for somebody, to be shown once and replaced at the first sign-in: 80 random bits.
package struct GivenPassword: Sendable {
    private static let byteCount = 10
    private static let group = 4

    /// Small letters and digits in four groups, none of which looks like another: `mfzw-23dq-…`.
    package let text: String

    private init(text: String) {
        self.text = text
    }

    /// A new one, which nobody can foresee.
    package static func random() -> GivenPassword {
        // The alphabet has neither 0 nor 1, so that no letter can be taken for a digit.
        let letters = Array(Base32.encode(SecureRandom.bytes(byteCount)).lowercased())
        let groups = stride(from: 0, to: letters.count, by: group).map {
            String(letters[$0..<min($0 + group, letters.count)])
        }
        return GivenPassword(text: groups.joined(separator: "-"))
    }
}

extension GivenPassword: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a password" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
