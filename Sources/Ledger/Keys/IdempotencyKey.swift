import Cryptography

/// The name that a sender gave to a request, so that sending it again does nothing again.
///
/// Only its hash is kept, made together with whose it is: nobody's key is ever another's, and no table holds one that
/// could be sent.
package struct IdempotencyKey: Hashable, Sendable {
    /// Whose keys are compared with each other.
    package enum Owner: Hashable, Sendable {
        /// Everybody's who has no API key.
        case anonymous
        /// Those sent with an API key, by its number.
        case key(Int)
    }

    /// Why a text is no key.
    package enum Fault: Error, Equatable {
        /// It is empty, longer than 255 characters, or has others than visible ASCII.
        case malformed
        /// It could be guessed, or be somebody else's too.
        case weak
    }

    /// The owner in a word: `anonymous` or `key:7`.
    package let scope: String
    /// The 32 bytes by which the ledger knows the key.
    package let hash: [UInt8]

    private static let longest = 255

    /// Takes a text of 1 to 255 visible ASCII characters; an anonymous one must look as if nobody could guess it.
    ///
    /// Quotes around it, as the IETF's draft of the header has them, are no part of it.
    package init(_ text: String, of owner: Owner) throws(Fault) {
        var name = Substring(text)
        if name.utf8.count > 2, name.hasPrefix("\""), name.hasSuffix("\"") {
            name = name.dropFirst().dropLast()
        }
        guard (1...IdempotencyKey.longest).contains(name.utf8.count),
            name.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw .malformed }
        switch owner {
        case .anonymous:
            guard RandomName.isPlausible(name) else { throw .weak }
            scope = "anonymous"
        case .key(let id):
            scope = "key:\(id)"
        }
        // No scope has a line's end, so the two cannot run into each other.
        hash = SHA256.digest(of: "\(scope)\n\(name)").bytes
    }
}
