/// The checksum XXH64 (specification of xxHash 0.1.1): made about as fast as memory is read, and no signature.
enum XXHash64 {
    private static let first: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let second: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let third: UInt64 = 0x1656_67B1_9E37_79F9
    private static let fourth: UInt64 = 0x85EB_CA77_C2B2_AE63
    private static let fifth: UInt64 = 0x27D4_EB2F_1656_67C5

    /// The checksum of bytes; that of several pieces is made by giving each the one before as its seed.
    static func hash(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
        let bytes = unsafe bytes.span.bytes
        var position = 0
        var hash = seed &+ fifth
        if bytes.byteCount >= 32 {
            var lanes = (seed &+ first &+ second, seed &+ second, seed, seed &- first)
            while position + 32 <= bytes.byteCount {
                lanes.0 = round(lanes.0, bytes.word(at: position))
                lanes.1 = round(lanes.1, bytes.word(at: position + 8))
                lanes.2 = round(lanes.2, bytes.word(at: position + 16))
                lanes.3 = round(lanes.3, bytes.word(at: position + 24))
                position += 32
            }
            hash = lanes.0.turned(1) &+ lanes.1.turned(7) &+ lanes.2.turned(12) &+ lanes.3.turned(18)
            for lane in [lanes.0, lanes.1, lanes.2, lanes.3] {
                hash = (hash ^ round(0, lane)) &* first &+ fourth
            }
        }
        hash &+= UInt64(bytes.byteCount)
        return finish(hash, bytes, from: position)
    }

    /// Takes in the last 31 bytes or fewer, and mixes.
    private static func finish(_ hash: UInt64, _ bytes: RawSpan, from start: Int) -> UInt64 {
        var (hash, position) = (hash, start)
        while position + 8 <= bytes.byteCount {
            hash = (hash ^ round(0, bytes.word(at: position))).turned(27) &* first &+ fourth
            position += 8
        }
        if position + 4 <= bytes.byteCount {
            let half = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self)
            hash = (hash ^ UInt64(UInt32(littleEndian: half)) &* first).turned(23) &* second &+ third
            position += 4
        }
        while position < bytes.byteCount {
            let byte = unsafe bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self)
            hash = (hash ^ UInt64(byte) &* fifth).turned(11) &* first
            position += 1
        }
        hash = (hash ^ hash >> 33) &* second
        hash = (hash ^ hash >> 29) &* third
        return hash ^ hash >> 32
    }

    private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        (lane &+ word &* second).turned(31) &* first
    }
}

extension UInt64 {
    fileprivate func turned(_ bits: UInt64) -> UInt64 {
        self << bits | self >> (64 - bits)
    }
}

extension RawSpan {
    fileprivate func word(at offset: Int) -> UInt64 {
        UInt64(littleEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
