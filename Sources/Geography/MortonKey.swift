/// A cell of the Web Mercator world as one number, so that near places are mostly near numbers.
///
/// 31 bits of the column and 31 of the row are woven together (column in the even bits). The number is never
/// negative, so PostgreSQL's bigint sorts it alike; every map tile is one range of it. A cell is finer than a
/// microdegree up to the map's edge at 85 degrees: the coordinate can be had back.
package struct MortonKey: Hashable, Sendable {
    /// How many bits of the key each axis has.
    package static let bitsPerAxis = Mercator.bits

    /// The woven number, 0 to 2^62 - 1.
    package let rawValue: Int64

    /// The cell in which a coordinate lies.
    package init(_ coordinate: Coordinate) {
        self.init(
            weavingColumn: Mercator.column(ofLongitudeMicros: coordinate.longitudeMicros),
            row: Mercator.row(ofLatitudeMicros: coordinate.latitudeMicros)
        )
    }

    /// The cell at a column (from the west) and a row (from the north); nil at 2^31 or above.
    package init?(x: UInt32, y: UInt32) {
        guard x < 1 << 31, y < 1 << 31 else { return nil }
        self.init(weavingColumn: x, row: y)
    }

    /// A stored number; nil unless it is in range.
    package init?(rawValue: Int64) {
        guard rawValue >= 0, rawValue < 1 << 62 else { return nil }
        self.rawValue = rawValue
    }

    private init(weavingColumn x: UInt32, row y: UInt32) {
        rawValue = Int64(bitPattern: MortonKey.spread(x) | MortonKey.spread(y) << 1)
    }

    /// The cell's column, from the west, below 2^31.
    package var x: UInt32 { MortonKey.compact(UInt64(bitPattern: rawValue)) }

    /// The cell's row, from the north, below 2^31.
    package var y: UInt32 { MortonKey.compact(UInt64(bitPattern: rawValue) >> 1) }

    /// The coordinate nearest to the cell's middle: the very one the key was made of, up to 85 degrees.
    package var coordinate: Coordinate {
        Coordinate(
            checkedLongitudeMicros: Mercator.longitudeMicros(ofColumn: x),
            latitudeMicros: Mercator.latitudeMicros(ofRow: Double(y) + 0.5)
        )
    }

    /// Moves bit n to bit 2n.
    package static func spread(_ axis: UInt32) -> UInt64 {
        var bits = UInt64(axis)
        bits = (bits | bits << 16) & 0x0000_ffff_0000_ffff
        bits = (bits | bits << 8) & 0x00ff_00ff_00ff_00ff
        bits = (bits | bits << 4) & 0x0f0f_0f0f_0f0f_0f0f
        bits = (bits | bits << 2) & 0x3333_3333_3333_3333
        return (bits | bits << 1) & 0x5555_5555_5555_5555
    }

    /// Moves bit 2n to bit n and forgets the odd bits: the way back from `spread`.
    package static func compact(_ woven: UInt64) -> UInt32 {
        var bits = woven & 0x5555_5555_5555_5555
        bits = (bits | bits >> 1) & 0x3333_3333_3333_3333
        bits = (bits | bits >> 2) & 0x0f0f_0f0f_0f0f_0f0f
        bits = (bits | bits >> 4) & 0x00ff_00ff_00ff_00ff
        bits = (bits | bits >> 8) & 0x0000_ffff_0000_ffff
        return UInt32(truncatingIfNeeded: bits | bits >> 16)
    }
}

extension MortonKey: Comparable {
    /// The order of the numbers: along the Z-shaped curve.
    package static func < (left: MortonKey, right: MortonKey) -> Bool {
        left.rawValue < right.rawValue
    }
}
