package import Geography

extension Snapshot {
    /// A tile has 2^`cellZooms` cells a side.
    package static let cellZooms = TileGrid.cellZooms

    /// Whether a tile has, or may have, so many reports that not all are drawn as pins.
    package func isCrowded(_ tile: Tile) -> Bool {
        guard tile.zoom >= TileGrid.firstUnclusteredZoom else { return false }
        let keys = tile.mortonRange
        var count = 0
        for tier in tiers {
            let table = tier.run.table
            let lower = table.firstRow(notBelow: keys.lowerBound, in: 0..<table.count)
            count += table.firstRow(notBelow: keys.upperBound, in: lower..<table.count) - lower
        }
        return count >= TileGrid.mostFeatures
    }
}

extension MapView {
    /// Whether tiles of a zoom show every report, as far as the limit allows.
    package func showsSingles(at zoom: Int) -> Bool {
        TileGrid.showsSingles(at: zoom, clustering)
    }
}
