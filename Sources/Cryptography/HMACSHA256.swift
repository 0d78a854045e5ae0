import CSodium

/// HMAC with SHA-256 (RFC 2104): a code of a message that only who has the key can make.
package enum HMACSHA256 {
    /// The code of a message; the key may have any length.
    package static func code(of message: [UInt8], key: SecretKey) -> Digest {
        var state = crypto_auth_hmacsha256_state()
        var output = [UInt8](repeating: 0, count: Digest.byteCount)
        // Each of the library's three steps returns 0 always.
        _ = unsafe crypto_auth_hmacsha256_init(&state, key.bytes, key.bytes.count)
        _ = unsafe crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
        _ = unsafe crypto_auth_hmacsha256_final(&state, &output)
        return Digest { output[$0] }
    }
}
