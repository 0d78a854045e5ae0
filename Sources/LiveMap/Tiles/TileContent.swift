package import Geography

/// What one tile shows: single pins where reports are few, clusters where they are many.
///
/// It depends on the data, the view and the day alone, not on how the index came about.
package struct TileContent: Sendable {
    /// What may be asked for.
    package enum Extent: Sendable {
        /// The tile alone, as GeoJSON tiles are.
        case tile
        /// The buffer around it too, as vector tiles are.
        case buffered
    }

    let tile: Tile
    let frame: TileFrame
    let snapshot: Snapshot
    let test: RowTest
    private(set) var inner = Drawing()
    /// What lies in the buffer around the tile, as the neighbours show it.
    private(set) var outer = Drawing()

    /// Walks a snapshot once.
    package init(_ tile: Tile, of snapshot: Snapshot, view: MapView, extent: Extent) {
        self.tile = tile
        frame = TileFrame(tile)
        self.snapshot = snapshot
        test = RowTest(view, withheld: snapshot.basis.withheld, symbols: snapshot.symbols)
        var walk = CellWalk(snapshot, view, test: test, zoom: tile.zoom)
        let plan = plan(of: tile, &walk, view)
        if case .single = plan {
            inner.drawAll(&walk)
        } else {
            inner.reserve(cells: min(walk.remaining, CellPlan.cells))
        }
        while walk.next() { inner.draw(&walk, by: plan, at: tile.zoom) }
        if extent == .buffered { drawBuffer(&walk, view) }
    }

    /// Begins a walk with a tile, and says how it is drawn.
    private func plan(of tile: Tile, _ walk: inout CellWalk, _ view: MapView) -> CellPlan {
        walk.begin(tile)
        let all = walk.remaining
        let plan = CellPlan(view.clustering, at: tile.zoom, &walk)
        if walk.remaining < all { walk.begin(tile) }
        return plan
    }

    /// How many reports the tile stands for, clusters counted by their members and the buffer not at all.
    package var count: Int { inner.clusters.reduce(inner.pins.count) { $0 + $1.count } }

    /// How many features it has, those of its buffer included.
    package var featureCount: Int {
        inner.pins.count + inner.clusters.count + outer.pins.count + outer.clusters.count
    }

    /// Whether nothing is in it, nor in its buffer.
    package var isEmpty: Bool { inner.isEmpty && outer.isEmpty }

    /// Draws the neighbours' cells along the tile's edges.
    private mutating func drawBuffer(_ walk: inout CellWalk, _ view: MapView) {
        var drawing = Drawing(around: frame)
        for neighbour in tile.neighbours {
            let plan = plan(of: neighbour.tile, &walk, view)
            guard walk.remaining > 0 else { continue }
            let first = neighbour.tile.mortonRange.lowerBound >> TileGrid.shift(at: tile.zoom)
            for cell in neighbour.cells where walk.skip(to: first + cell) {
                drawing.draw(&walk, by: plan, at: tile.zoom)
            }
        }
        let frame = frame
        let columns = snapshot.tiers.map { $0.run.columns }
        drawing.keep { place in
            let columns = columns[Int(place.tier)]
            let row = Int(place.row)
            return frame.position(x: columns.x(row), y: columns.y(row)).isInBuffer
        }
        outer = drawing
    }
}

extension Snapshot {
    /// What a tile shows of this snapshot under a view.
    package func content(
        of tile: Tile,
        view: MapView,
        extent: TileContent.Extent = .tile
    ) -> TileContent {
        TileContent(tile, of: self, view: view, extent: extent)
    }
}
