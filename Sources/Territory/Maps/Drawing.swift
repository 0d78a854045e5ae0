import Geography

/// All areas as one zoom draws them, in units of 1/4,096 of that zoom's tiles, counted from the map's corner.
struct Drawing: Sendable {
    /// An area's rings, or a zone's lines.
    struct Figure: Sendable {
        /// Its place in `AreaMap.areas`.
        let area: Int
        let box: TileBox
        let shape: Shape
    }

    enum Shape: Sendable {
        /// Outer borders run clockwise on the screen, holes the other way; the first position isn't repeated.
        case rings([[TilePosition]])
        case lines([[TilePosition]])
    }

    let zoom: Int
    let figures: [Figure]
    /// The box around all figures.
    let box: TileBox?

    init(zoom: Int, figures: [Figure]) {
        self.zoom = zoom
        self.figures = figures
        box = figures.dropFirst().reduce(figures.first?.box) { $0?.union($1.box) }
    }
}

extension Drawing {
    /// What a tile shows of the figures; the tile may be of a deeper zoom.
    func parts(in tile: Tile) -> [AreaTile.Part] {
        let shift = tile.zoom - zoom
        // The tile's box in the drawing's units, a little too large where a unit is larger than a buffer's.
        let (left, top) = ((tile.x * VectorTile.extent) >> shift, (tile.y * VectorTile.extent) >> shift)
        let window = TileBox(
            west: left - VectorTile.buffer,
            north: top - VectorTile.buffer,
            east: left + VectorTile.extent + VectorTile.buffer,
            south: top + VectorTile.extent + VectorTile.buffer
        )
        guard let box, box.intersects(window) else { return [] }
        return figures.compactMap { figure in
            guard figure.box.intersects(window) else { return nil }
            return figure.part(in: tile, shift: shift)
        }
    }
}

extension Drawing.Figure {
    fileprivate func part(in tile: Tile, shift: Int) -> AreaTile.Part? {
        let (left, top) = (tile.x * VectorTile.extent, tile.y * VectorTile.extent)
        func moved(_ positions: [TilePosition]) -> [TilePosition] {
            positions.map { TilePosition(x: $0.x << shift - left, y: $0.y << shift - top) }
        }
        let own = TileBox(
            west: box.west << shift - left,
            north: box.north << shift - top,
            east: box.east << shift - left,
            south: box.south << shift - top
        )
        let window = TileBox.vectorTile
        guard own.intersects(window) else { return nil }
        switch shape {
        case .rings(let rings):
            let moved = rings.map(moved)
            let areas = TilePolygon.areas(of: window.contains(own) ? moved : window.clip(rings: moved))
            return areas.isEmpty ? nil : AreaTile.Part(area: area, shape: .areas(areas))
        case .lines(let lines):
            let moved = lines.map(moved)
            let parts = window.contains(own) ? moved : moved.flatMap { window.clip(line: $0) }
            return parts.isEmpty ? nil : AreaTile.Part(area: area, shape: .lines(parts))
        }
    }
}
