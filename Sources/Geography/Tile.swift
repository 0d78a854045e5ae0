/// A square of the web map at a zoom, counted from the north-west (the XYZ scheme).
package struct Tile: Hashable, Sendable {
    /// The zooms that Emapa serves.
    package static let zooms = 0...22

    /// 0 (one tile is the world) to 22.
    package let zoom: Int
    /// Column from the west, below 2^zoom.
    package let x: Int
    /// Row from the north, below 2^zoom.
    package let y: Int

    /// A tile by its numbers; nil if there is no such tile.
    package init?(zoom: Int, x: Int, y: Int) {
        guard Tile.zooms.contains(zoom), x >= 0, y >= 0, x < 1 << zoom, y < 1 << zoom else { return nil }
        self.zoom = zoom
        self.x = x
        self.y = y
    }

    /// The tile in which a cell lies; nil for a zoom that isn't served.
    package init?(containing key: MortonKey, zoom: Int) {
        guard Tile.zooms.contains(zoom) else { return nil }
        let shift = UInt32(Mercator.bits - zoom)
        self.zoom = zoom
        x = Int(key.x >> shift)
        y = Int(key.y >> shift)
    }

    /// The tile in which a coordinate lies; nil for a zoom that isn't served.
    package init?(containing coordinate: Coordinate, zoom: Int) {
        self.init(containing: MortonKey(coordinate), zoom: zoom)
    }

    /// The tile one zoom up that contains this one; nil for the world.
    package var parent: Tile? {
        Tile(zoom: zoom - 1, x: x >> 1, y: y >> 1)
    }

    /// The four tiles one zoom down in the order of their keys; none below the deepest zoom.
    package var children: [Tile] {
        [(0, 0), (1, 0), (0, 1), (1, 1)].compactMap { column, row in
            Tile(zoom: zoom + 1, x: 2 * x + column, y: 2 * y + row)
        }
    }
}

extension Tile {
    /// The keys of all places in the tile, as stored numbers.
    package var mortonRange: Range<Int64> {
        let shift = UInt64(2 * (Mercator.bits - zoom))
        let woven = MortonKey.spread(UInt32(x)) | MortonKey.spread(UInt32(y)) << 1
        let first = Int64(bitPattern: woven << shift)
        return first..<(first + (1 << Int64(shift)))
    }

    /// The box of exactly those coordinates that lie in the tile.
    ///
    /// The edge rows reach to the poles, as `MortonKey` puts what lies beyond the map into them.
    package var bounds: Bounds {
        let shift = Int64(Mercator.bits - zoom)
        let east = Int64(x + 1) << shift
        let south = Int64(y + 1) << shift
        let southWest = Coordinate(
            checkedLongitudeMicros: Mercator.longitudeMicros(ofEdge: Int64(x) << shift),
            latitudeMicros: south == Mercator.cells
                ? -90_000_000 : Mercator.northernmostLatitudeMicros(inRow: south) + 1
        )
        let northEast = Coordinate(
            checkedLongitudeMicros: east == Mercator.cells
                ? 180_000_000 : Mercator.longitudeMicros(ofEdge: east) - 1,
            latitudeMicros: Mercator.northernmostLatitudeMicros(inRow: Int64(y) << shift)
        )
        return Bounds(checkedSouthWest: southWest, northEast: northEast)
    }
}
