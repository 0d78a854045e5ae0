import CSodium

/// SHA-256 (FIPS 180-4) of bytes that come in parts, or all at once.
package struct SHA256: Sendable {
    private var state = crypto_hash_sha256_state()

    /// The beginning of a run of bytes.
    package init() {
        // Each of the library's three steps returns 0 always.
        _ = unsafe crypto_hash_sha256_init(&state)
    }

    /// Takes the next bytes.
    package mutating func update(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            _ = unsafe crypto_hash_sha256_update(&state, buffer.baseAddress, UInt64(buffer.count))
        }
    }

    /// Takes the next bytes.
    package mutating func update(_ bytes: [UInt8]) {
        update(bytes.span)
    }

    /// The digest of all bytes so far; more may follow.
    package func digest() -> Digest {
        var last = state
        var output = [UInt8](repeating: 0, count: Digest.byteCount)
        _ = unsafe crypto_hash_sha256_final(&last, &output)
        return Digest { output[$0] }
    }

    /// The digest of bytes that are all there.
    package static func digest(of bytes: [UInt8]) -> Digest {
        var hash = SHA256()
        hash.update(bytes)
        return hash.digest()
    }

    /// The digest of a text's UTF-8.
    package static func digest(of text: String) -> Digest {
        digest(of: Array(text.utf8))
    }
}
