import Geography

/// Writes one feature of a vector tile (MVT 2.1, section 4.2): a point with its tags.
///
/// The lengths that a feature begins with are put in at its end; each fits into a byte.
struct FeaturePen {
    /// How many bytes a feature takes at most: a cluster has up to 22 tags of up to four bytes.
    static let most = 160

    private var pen: BytePen
    private var length: BytePen
    private var tags: BytePen

    init(_ pen: BytePen, id: UInt64) {
        self.pen = pen
        self.pen.put(2 << 3 | 2)
        length = self.pen
        self.pen.put(0)
        self.pen.put(1 << 3)
        self.pen.put(varint: id)
        self.pen.put(2 << 3 | 2)
        tags = self.pen
        self.pen.put(0)
    }

    /// Says something of the feature: a key and a value, the latter counted from 1.
    @inline(__always)
    mutating func put(_ key: UInt8, _ value: UInt64) {
        pen.put(key)
        pen.put(varint: value - 1)
    }

    /// Draws the point, and returns the pen.
    @inline(__always)
    consuming func end(at position: TilePosition) -> BytePen {
        var (tags, length) = (tags, length)
        tags.put(pen.distance(from: tags) - 1)
        pen.put(3 << 3)
        pen.put(1)
        pen.put(4 << 3 | 2)
        var geometry = pen
        pen.put(0)
        pen.put(9)
        pen.put(zigzag: position.x)
        pen.put(zigzag: position.y)
        geometry.put(pen.distance(from: geometry) - 1)
        length.put(pen.distance(from: length) - 1)
        return pen
    }
}
