import Geography

/// The box around a place on the map, in the map's own columns and rows.
struct NearBox {
    let west: UInt32
    let north: UInt32
    /// How many columns and rows there are besides the first.
    let width: UInt32
    let height: UInt32

    init(around coordinate: Coordinate, metres: Double) {
        let box = Bounds(around: coordinate, metres: metres)
        let (first, last) = (MortonKey(box.southWest), MortonKey(box.northEast))
        (west, north) = (first.x, last.y)
        (width, height) = (last.x - first.x, first.y - last.y)
    }

    var columns: ClosedRange<UInt32> { west...west + width }
    var rows: ClosedRange<UInt32> { north...north + height }
}
