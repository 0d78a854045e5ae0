import Geography

/// What one tile shows of the areas, cut to the tile and its buffer, in the tile's own units.
///
/// Both formats are written from it, so they show the same.
struct AreaTile: Sendable {
    enum Shape: Sendable {
        case areas([TilePolygon])
        case lines([[TilePosition]])
    }

    struct Part: Sendable {
        /// Its place in `AreaMap.areas`.
        let area: Int
        let shape: Shape
    }

    let tile: Tile
    /// In the order of the areas.
    let parts: [Part]

    var positionCount: Int {
        parts.reduce(0) { count, part in
            switch part.shape {
            case .areas(let polygons):
                count + polygons.reduce(0) { $1.holes.reduce($0 + $1.exterior.count) { $0 + $1.count } }
            case .lines(let lines): count + lines.reduce(0) { $0 + $1.count }
            }
        }
    }
}
