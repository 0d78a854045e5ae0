import Geography

/// The few tiles that cover a box, as fine as the index knows them.
struct TileCover {
    /// Zooms of which `report_tokens` keeps a report's tile, and how many tiles of each are asked for at most.
    private static let zooms: [(zoom: Int, most: Int)] = [(17, 16), (15, 16), (13, 64)]

    let zoom: Int
    /// Each tile's part of the Morton key; empty if the box is so large that tiles leave too little out.
    let tiles: [Int64]

    init(_ bounds: Bounds) {
        for (zoom, most) in TileCover.zooms {
            guard let first = Tile(containing: bounds.southWest, zoom: zoom),
                let last = Tile(containing: bounds.northEast, zoom: zoom)
            else { continue }
            let columns = first.x...max(first.x, last.x)
            // Rows are counted from the north.
            let rows = last.y...max(first.y, last.y)
            guard columns.count <= most, rows.count <= most, columns.count * rows.count <= most else {
                continue
            }
            let shift = Int64(2 * (MortonKey.bitsPerAxis - zoom))
            self.zoom = zoom
            tiles = rows.flatMap { row in
                columns.compactMap { Tile(zoom: zoom, x: $0, y: row)?.mortonRange.lowerBound }
            }.map { $0 >> shift }
            return
        }
        zoom = 0
        tiles = []
    }
}
