import CSodium

/// Bytes that nobody can foresee.
package enum SecureRandom {
    /// So many bytes from the system's generator.
    ///
    /// - Precondition: the count is not negative, and the system has a generator.
    package static func bytes(_ count: Int) -> [UInt8] {
        precondition(count >= 0 && Sodium.isReady, "no random bytes to be had")
        var bytes = [UInt8](repeating: 0, count: count)
        unsafe randombytes_buf(&bytes, count)
        return bytes
    }
}
