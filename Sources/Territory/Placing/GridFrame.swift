import Geography
import Glibc

/// How a box is cut into cells of whole microdegrees, and each cell into 8 by 8 parts.
struct GridFrame: Sendable {
    /// The most cells of a grid, whatever the size of the city.
    static let mostCells = 1 << 20

    /// Microdegrees of the south-west corner.
    let west: Int32
    let south: Int32
    let columns: Int
    let rows: Int
    /// A part is 2^bits microdegrees wide and high.
    let columnBits: Int32
    let rowBits: Int32
    /// How much shorter a degree of longitude is than one of latitude, at the edge nearer to a pole.
    let narrowing: Double

    /// Parts of about 4 m, or as small as the number of cells allows.
    init(_ bounds: Bounds) {
        west = bounds.southWest.longitudeMicros
        south = bounds.southWest.latitudeMicros
        let width = Int64(bounds.northEast.longitudeMicros) - Int64(west) + 1
        let height = Int64(bounds.northEast.latitudeMicros) - Int64(south) + 1
        var bits: Int32 = 5
        while ((width >> (bits + 4)) + 1) * ((height >> (bits + 3)) + 1) > GridFrame.mostCells { bits += 1 }
        let farthest = max(abs(bounds.south), abs(bounds.north))
        narrowing = max(cos(farthest * (Double.pi / 180)), 0.01)
        columnBits = bits + 1
        rowBits = bits
        columns = Int(width >> (columnBits + 3)) + 1
        rows = Int(height >> (rowBits + 3)) + 1
    }

    /// The column of parts; nil beside the grid.
    func column(_ coordinate: Coordinate) -> Int32? {
        let (offset, overflow) = coordinate.longitudeMicros.subtractingReportingOverflow(west)
        guard !overflow, offset >= 0 else { return nil }
        let column = offset >> columnBits
        return Int(column >> 3) < columns ? column : nil
    }

    /// The row of parts; nil beside the grid.
    func row(_ coordinate: Coordinate) -> Int32? {
        let (offset, overflow) = coordinate.latitudeMicros.subtractingReportingOverflow(south)
        guard !overflow, offset >= 0 else { return nil }
        let row = offset >> rowBits
        return Int(row >> 3) < rows ? row : nil
    }

    /// Microdegrees from the south-west corner.
    func offset(of coordinate: Coordinate) -> (x: Double, y: Double) {
        (
            Double(coordinate.longitudeMicros) - Double(west),
            Double(coordinate.latitudeMicros) - Double(south)
        )
    }

    /// The coordinate in the middle of a part.
    func middle(column: Int, row: Int) -> Coordinate? {
        let longitude = Int64(west) + Int64(column) << columnBits + (Int64(1) << columnBits) / 2
        let latitude = Int64(south) + Int64(row) << rowBits + (Int64(1) << rowBits) / 2
        return Coordinate(
            longitudeMicros: Int32(clamping: longitude),
            latitudeMicros: Int32(clamping: latitude)
        )
    }
}
