/// HMAC with SHA-1 (RFC 2104), for the codes that authenticators show.
enum HMACSHA1 {
    /// The 20 bytes of a message's code; the key may have any length.
    static func code(of message: [UInt8], key: SecretKey) -> [UInt8] {
        var block = key.bytes.count > SHA1.blockSize ? SHA1.digest(of: key.bytes) : key.bytes
        block += [UInt8](repeating: 0, count: SHA1.blockSize - block.count)
        let inner = SHA1.digest(of: block.map { $0 ^ 0x36 } + message)
        return SHA1.digest(of: block.map { $0 ^ 0x5C } + inner)
    }
}
