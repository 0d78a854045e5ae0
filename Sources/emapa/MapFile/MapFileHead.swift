/// What the map's file begins with: what it is, how long its parts are, and a checksum of all of it.
///
/// Magic (8 bytes), version (4), length of the position (4), length of the map (8), checksum (8); little-endian.
struct MapFileHead: Equatable {
    static let byteCount = 32
    /// To be raised when the bytes of a map change, or what they mean: a file of another version is not read.
    static let version: UInt32 = 2
    /// No position is longer.
    private static let longestPosition = 1_024
    /// `EMAPAMAP`.
    private static let magic: UInt64 = 0x5041_4D41_5041_4D45

    let positionLength: Int
    let mapLength: Int
    private let checksum: UInt64

    /// The head of a file with these parts.
    init(position: [UInt8], map: [UInt8]) {
        positionLength = position.count
        mapLength = map.count
        checksum = MapFileHead.checksum(position: position, map: map)
    }

    /// Reads the head of a file of so many bytes, before anything is allocated for what it announces.
    init(_ bytes: [UInt8], fileLength: Int) throws(MapFileRefused) {
        guard bytes.count == MapFileHead.byteCount, bytes.number(at: 0, of: 8) == MapFileHead.magic
        else { throw .notOurs }
        let version = bytes.number(at: 8, of: 4)
        guard version == MapFileHead.version else { throw .otherVersion(version) }
        positionLength = Int(bytes.number(at: 12, of: 4))
        checksum = bytes.number(at: 24, of: 8)
        let mapLength = Int(exactly: bytes.number(at: 16, of: 8)) ?? .max
        guard positionLength <= MapFileHead.longestPosition,
            mapLength == fileLength - MapFileHead.byteCount - positionLength
        else { throw .wrongLength }
        self.mapLength = mapLength
    }

    /// Whether the parts are those that the file was written with.
    func matches(position: [UInt8], map: [UInt8]) -> Bool {
        checksum == MapFileHead.checksum(position: position, map: map)
    }

    /// The bytes that `init(_:fileLength:)` reads.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(MapFileHead.magic, of: 8)
        bytes.append(UInt64(MapFileHead.version), of: 4)
        bytes.append(UInt64(positionLength), of: 4)
        bytes.append(UInt64(mapLength), of: 8)
        bytes.append(checksum, of: 8)
        return bytes
    }

    /// Of the lengths, too: they divide the bytes into parts.
    private static func checksum(position: [UInt8], map: [UInt8]) -> UInt64 {
        var lengths: [UInt8] = []
        lengths.append(UInt64(MapFileHead.version), of: 4)
        lengths.append(UInt64(position.count), of: 4)
        lengths.append(UInt64(map.count), of: 8)
        return [lengths, position, map].reduce(0) { XXHash64.hash($1, seed: $0) }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ number: UInt64, of count: Int) {
        for index in 0..<count { append(UInt8(truncatingIfNeeded: number >> UInt64(8 * index))) }
    }

    fileprivate func number(at start: Int, of count: Int) -> UInt64 {
        self[start..<start + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
