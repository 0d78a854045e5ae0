import CSodium

/// What is kept of a password: argon2id (RFC 9106) with its salt and costs, beginning with `$argon2id$`.
///
/// Making one and comparing with one take some 64 MiB and a tenth of a second, which is what guessing costs.
/// Both block: `PasswordWork` does them on a thread of its own.
package struct PasswordHash: Equatable, Sendable {
    /// The text, for whoever keeps it.
    package let text: String

    /// The longest password in bytes: more would be work that a stranger orders.
    package static let longestPassword = 512

    /// A hash that is kept already.
    package init(_ text: String) {
        self.text = text
    }

    /// Makes the hash of a password; nil where there is no memory for it.
    package init?(of password: String) {
        guard Sodium.isReady, password.utf8.count <= PasswordHash.longestPassword else { return nil }
        var output = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
        // -1 says that there is no memory.
        let code = unsafe password.withCString { start in
            unsafe crypto_pwhash_str(
                &output,
                start,
                UInt64(password.utf8.count),
                UInt64(crypto_pwhash_opslimit_interactive()),
                crypto_pwhash_memlimit_interactive()
            )
        }
        guard code == 0 else { return nil }
        text = String(decoding: output.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether it is the hash of a password.
    package func isHash(of password: String) -> Bool {
        guard Sodium.isReady, password.utf8.count <= PasswordHash.longestPassword,
            text.utf8.count < crypto_pwhash_strbytes()
        else { return false }
        // The library reads a whole field of bytes, whatever the text's length.
        var field = text.utf8.map { CChar(bitPattern: $0) }
        field += [CChar](repeating: 0, count: crypto_pwhash_strbytes() - field.count)
        return unsafe password.withCString { start in
            unsafe crypto_pwhash_str_verify(field, start, UInt64(password.utf8.count)) == 0
        }
    }

    /// A hash that nobody knows a password of: comparing with it takes as long as with any other.
    package static let ofNobody = PasswordHash(
        "$argon2id$v=19$m=65536,t=2,p=1$ZW1hcGEtbm9ib2R5LXNhbA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    )
}
