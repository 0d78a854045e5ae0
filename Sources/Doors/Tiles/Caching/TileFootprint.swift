import Geography
import LiveMap

/// Which tiles of a zoom look different after a change at a place.
struct TileFootprint {
    /// The tile in which the place lies.
    let own: Tile
    /// Tiles that show it, or the cluster that it is in, in their buffers.
    let bordering: [Tile]
    /// Tiles that may draw this one's edge otherwise in their buffers, now that it is fuller or emptier.
    let around: [Tile]

    /// Nil for a zoom that isn't served.
    init?(of place: MortonKey, zoom: Int, in snapshot: Snapshot) {
        guard let own = Tile(containing: place, zoom: zoom) else { return nil }
        self.own = own
        bordering = own.neighbours { TileFootprint.isNear(place, of: own, across: $0, down: $1) }
        around = snapshot.isCrowded(own) ? own.neighbours { _, _ in true } : []
    }

    /// Whether a place lies in one of the cells along a side of its tile, or in the corner.
    private static func isNear(_ place: MortonKey, of tile: Tile, across: Int, down: Int) -> Bool {
        let cell = UInt32(1) << UInt32(MortonKey.bitsPerAxis - tile.zoom - Snapshot.cellZooms)
        let side = UInt32(1) << UInt32(MortonKey.bitsPerAxis - tile.zoom)
        func isNear(_ position: UInt32, _ direction: Int) -> Bool {
            switch direction {
            case -1: position % side < cell
            case 1: position % side >= side - cell
            default: true
            }
        }
        return isNear(place.x, across) && isNear(place.y, down)
    }

    /// Whether a tile's bytes may differ.
    func concerns(_ tile: Tile, _ variant: TileVariant) -> Bool {
        if tile == own { return true }
        guard variant.hasBuffer else { return false }
        return bordering.contains(tile) || (around.contains(tile) && variant.view.showsSingles(at: tile.zoom))
    }
}

extension Tile {
    /// The tiles around in the directions that are wanted: -1 west or north, 1 east or south.
    fileprivate func neighbours(_ isWanted: (_ across: Int, _ down: Int) -> Bool) -> [Tile] {
        var tiles: [Tile] = []
        for down in -1...1 {
            for across in -1...1 where (across, down) != (0, 0) && isWanted(across, down) {
                if let tile = Tile(zoom: zoom, x: x + across, y: y + down) { tiles.append(tile) }
            }
        }
        return tiles
    }
}
