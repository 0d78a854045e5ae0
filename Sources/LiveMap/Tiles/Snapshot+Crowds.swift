package import Geography

extension Snapshot {
    /// A tile has 2^`cellZooms` cells a side.
    package static let cellZooms = TileGrid.cellZooms

    /// So many changes may lie between this snapshot and another one whose tiles are judged by it.
    package static let mostChangesApart = 1_024

    /// Whether a tile has so many reports that not all are drawn as pins, or had or will have within `mostChangesApart`.
    package func isCrowded(_ tile: Tile) -> Bool {
        guard tile.zoom >= TileGrid.firstUnclusteredZoom else { return false }
        let keys = tile.mortonRange
        var count = 0
        for tier in tiers {
            let table = tier.run.table
            let lower = table.firstRow(notBelow: keys.lowerBound, in: 0..<table.count)
            count += table.firstRow(notBelow: keys.upperBound, in: lower..<table.count) - lower
        }
        return count + Snapshot.mostChangesApart > TileGrid.mostFeatures
    }
}

extension MapView {
    /// Whether tiles of a zoom show every report, as far as the limit allows.
    package func showsSingles(at zoom: Int) -> Bool {
        TileGrid.showsSingles(at: zoom, clustering)
    }
}
