/// The name to sign in with: 2 to 64 of small letters, digits, `.`, `_` and `-`, a letter first.
package struct StaffLogin: Hashable, Sendable, CustomStringConvertible {
    /// The name as it is kept.
    package let text: String
    package var description: String { text }

    /// Takes a name as it was typed, capital letters among it; nil if it cannot be one.
    package init?(_ typed: String) {
        let text = typed.lowercased()
        guard (2...64).contains(text.utf8.count), let first = text.utf8.first, StaffLogin.isLetter(first),
            text.utf8.allSatisfy({ StaffLogin.isLetter($0) || "0123456789._-".utf8.contains($0) })
        else { return nil }
        self.text = text
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
}
