/// A body that is sent many times: its bytes, the same compressed, and its entity tag.
package final class PreparedBody: Sendable {
    /// The bytes as they are.
    package let identity: SharedBytes
    /// The same in gzip; nil if that does not make them smaller.
    package let gzip: SharedBytes?
    /// The strong entity tag of the bytes as they are, in its quotes.
    package let etag: HeaderValue

    /// Hashes the bytes, and compresses them where that is asked for.
    package init(_ bytes: [UInt8], compressing: Compressing) {
        identity = SharedBytes(bytes)
        etag = EntityTag.hashing(bytes)
        switch compressing {
        case .never:
            gzip = nil
        case .level(let level):
            let smaller = Gzip.compress(bytes, level: level).flatMap { $0.count < bytes.count ? $0 : nil }
            gzip = smaller.map { SharedBytes($0) }
        }
    }

    /// The compressed form as a body of its own, for one answer.
    init(compressed: SharedBytes, of body: PreparedBody) {
        identity = compressed
        gzip = nil
        etag = body.etag
    }

    /// Whether a compressed form is kept.
    package enum Compressing: Sendable {
        /// For what is compressed already.
        case never
        /// With zlib's level, 1 (quick) to 9 (small).
        case level(Int32)
    }
}
