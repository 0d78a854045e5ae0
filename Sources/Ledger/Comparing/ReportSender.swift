import PostgreSQL

/// Who sent a report, as digests that name nobody.
package struct ReportSender: Sendable, Hashable {
    /// For how long the same, sent again by the same sender, is the same report, in seconds.
    package static let resendSeconds: Int64 = 600
    /// For how many days it is kept.
    package static let daysKept: Int64 = 180

    /// The same for all that one sender sends.
    let sender: UUIDBytes
    /// The same only where one sender sends the same again.
    let fingerprint: UUIDBytes

    /// Nil unless both digests have 16 bytes at least; the first 16 count.
    package init?(sender: [UInt8], fingerprint: [UInt8]) {
        guard let sender = UUIDBytes(digest: sender), let fingerprint = UUIDBytes(digest: fingerprint) else {
            return nil
        }
        self.sender = sender
        self.fingerprint = fingerprint
    }
}

extension UUIDBytes {
    fileprivate init?(digest: [UInt8]) {
        guard digest.count >= 16 else { return nil }
        let word = { (bytes: ArraySlice<UInt8>) in bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        self.init(high: word(digest[0..<8]), low: word(digest[8..<16]))
    }
}
