import Glibc

/// The square world of web maps (EPSG:3857's extent), cut into 2^31 by 2^31 cells, row 0 in the north.
enum Mercator {
    /// How many bits a cell's column or row has.
    static let bits = 31
    /// Cells on each axis.
    static let cells: Int64 = 1 << 31

    /// The column of a longitude; 180 degrees east belongs to the last one.
    static func column(ofLongitudeMicros longitude: Int32) -> UInt32 {
        let column = (Int64(longitude) + 180_000_000) * cells / 360_000_000
        return UInt32(min(column, cells - 1))
    }

    /// The row of a latitude; what lies beyond the map's edge (85.05 degrees) belongs to the edge row.
    static func row(ofLatitudeMicros latitude: Int32) -> UInt32 {
        let radians = Double(latitude) / 1e6 * (Double.pi / 180)
        let north = log(tan(radians) + 1 / cos(radians))
        let row = (1 - north / Double.pi) / 2 * Double(cells)
        guard row > 0 else { return 0 }
        return row < Double(cells) ? UInt32(row) : UInt32(cells - 1)
    }

    /// The longitude nearest to a column's middle.
    static func longitudeMicros(ofColumn column: UInt32) -> Int32 {
        let longitude = (2 * Int64(column) + 1) * 180_000_000 + cells / 2
        return Int32(longitude / cells - 180_000_000)
    }

    /// The longitude of a column's edge, counted in whole cells from 180 degrees west, rounded up.
    static func longitudeMicros(ofEdge column: Int64) -> Int32 {
        let product = column * 360_000_000
        return Int32((product + cells - 1) / cells - 180_000_000)
    }

    /// The latitude nearest to a place between rows.
    static func latitudeMicros(ofRow row: Double) -> Int32 {
        let north = Double.pi * (1 - 2 * row / Double(cells))
        return Int32((atan(sinh(north)) * (180 / Double.pi) * 1e6).rounded())
    }

    /// The most northern latitude whose row isn't above the given one.
    static func northernmostLatitudeMicros(inRow row: Int64) -> Int32 {
        guard row > 0 else { return 90_000_000 }
        var latitude = latitudeMicros(ofRow: Double(row))
        while Int64(self.row(ofLatitudeMicros: latitude)) < row { latitude -= 1 }
        while Int64(self.row(ofLatitudeMicros: latitude + 1)) >= row { latitude += 1 }
        return latitude
    }
}
