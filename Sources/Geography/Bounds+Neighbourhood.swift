import Glibc

extension Bounds {
    /// The box that reaches at least so many metres in each direction, cut at the poles and the 180th meridian.
    ///
    /// It reckons with the shortest degree there is on the ellipsoid, so it is up to 1 % too large, never too
    /// small, up to 85 degrees of latitude.
    package init(around coordinate: Coordinate, metres: Double) {
        let reach = min(max(metres, 0), 20_000_000)
        let latitudeReach = min((reach / 110_500 * 1e6).rounded(.up), 180e6)
        let farthest = min(abs(coordinate.latitude) + latitudeReach / 1e6, 89.9)
        let longitudeReach = min(
            (reach / (110_500 * cos(farthest * (Double.pi / 180))) * 1e6).rounded(.up),
            360e6
        )
        let longitude = Double(coordinate.longitudeMicros)
        let latitude = Double(coordinate.latitudeMicros)
        southWest = Coordinate(
            checkedLongitudeMicros: Int32(max(longitude - longitudeReach, -180e6)),
            latitudeMicros: Int32(max(latitude - latitudeReach, -90e6))
        )
        northEast = Coordinate(
            checkedLongitudeMicros: Int32(min(longitude + longitudeReach, 180e6)),
            latitudeMicros: Int32(min(latitude + latitudeReach, 90e6))
        )
    }

    /// One to four tiles of one zoom, the deepest possible, that cover the box: a neighbourhood in few key ranges.
    package var coveringTiles: [Tile] {
        let first = MortonKey(southWest)
        let last = MortonKey(northEast)
        for zoom in stride(from: Tile.zooms.upperBound, through: 0, by: -1) {
            let shift = UInt32(Mercator.bits - zoom)
            let columns = (first.x >> shift)...(last.x >> shift)
            let rows = (last.y >> shift)...(first.y >> shift)
            guard columns.count <= 2, rows.count <= 2 else { continue }
            return rows.flatMap { row in
                columns.compactMap { column in Tile(zoom: zoom, x: Int(column), y: Int(row)) }
            }
        }
        return []
    }
}
