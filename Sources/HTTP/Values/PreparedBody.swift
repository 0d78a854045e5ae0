import Synchronization

/// A body that is sent many times: its bytes, the same compressed, and its entity tag.
package final class PreparedBody: Sendable {
    /// The bytes as they are.
    package let identity: SharedBytes
    /// The strong entity tag of the bytes as they are, in its quotes.
    package let etag: HeaderValue
    private let compression: Mutex<Compression>

    private enum Compression {
        /// The bytes in gzip; nil if that does not make them smaller.
        case done(SharedBytes?)
        /// To be done at a level, when somebody asks for it.
        case waiting(Int32)
    }

    /// Hashes the bytes, and compresses them where that is asked for.
    package init(_ bytes: [UInt8], compressing: Compressing) {
        identity = SharedBytes(bytes)
        etag = EntityTag.hashing(bytes)
        switch compressing {
        case .never: compression = Mutex(.done(nil))
        case .level(let level): compression = Mutex(.done(PreparedBody.compressed(bytes, level)))
        case .onDemand(let level):
            compression = Mutex(bytes.count < PreparedBody.fewestCompressed ? .done(nil) : .waiting(level))
        }
    }

    /// The compressed form as a body of its own, for one answer.
    init(compressed: SharedBytes, of body: PreparedBody) {
        identity = compressed
        etag = body.etag
        compression = Mutex(.done(nil))
    }

    /// Whether there is, or may be, a compressed form.
    var isCompressible: Bool {
        compression.withLock { compression in
            if case .done(nil) = compression { false } else { true }
        }
    }

    /// The same in gzip; nil if that does not make it smaller.
    package var gzip: SharedBytes? {
        // Two who ask at once may both compress; whoever waits under a lock would hold up a whole event loop.
        let (done, level) = compression.withLock { compression -> (SharedBytes?, Int32?) in
            switch compression {
            case .done(let bytes): (bytes, nil)
            case .waiting(let level): (nil, level)
            }
        }
        guard let level else { return done }
        let bytes = PreparedBody.compressed(identity.array, level)
        compression.withLock { $0 = .done(bytes) }
        return bytes
    }

    private static func compressed(_ bytes: [UInt8], _ level: Int32) -> SharedBytes? {
        Gzip.compress(bytes, level: level).flatMap { $0.count < bytes.count ? SharedBytes($0) : nil }
    }

    /// What is smaller fits into one packet anyway.
    private static let fewestCompressed = 1_024

    /// Whether a compressed form is kept.
    package enum Compressing: Sendable {
        /// For what is compressed already.
        case never
        /// With zlib's level, 1 (quick) to 9 (small).
        case level(Int32)
        /// With zlib's level, when the first client asks for it.
        case onDemand(level: Int32)
    }
}
