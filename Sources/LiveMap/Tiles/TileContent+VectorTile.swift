import Geography

extension TileContent {
    /// The tile as a Mapbox Vector Tile (specification 2.1) with its buffer; no bytes if it is empty.
    package func vectorTile() -> [UInt8] {
        var layer = ReportLayer(
            snapshot.symbols,
            pins: inner.pins.count + outer.pins.count,
            clusters: inner.clusters.count + outer.clusters.count
        )
        let tiers = snapshot.tiers.map { $0.run.columns }
        for drawing in [inner, outer] {
            for cluster in drawing.clusters {
                layer.add(cluster, of: drawing, at: frame.position(x: cluster.x, y: cluster.y))
            }
            for place in drawing.pins { add(Int(place.row), of: tiers[Int(place.tier)], to: &layer) }
        }
        return layer.bytes()
    }

    @inline(__always)
    private func add(_ row: Int, of columns: PinRows, to layer: inout ReportLayer) {
        layer.add(
            row,
            of: columns,
            state: test.state(row, of: columns),
            at: frame.position(x: columns.x(row), y: columns.y(row))
        )
    }
}
