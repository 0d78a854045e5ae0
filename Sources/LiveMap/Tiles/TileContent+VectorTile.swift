import Geography

extension TileContent {
    /// The tile as a Mapbox Vector Tile (specification 2.1) with its buffer; no bytes if it is empty.
    package func vectorTile() -> [UInt8] {
        var layer = ReportLayer(
            snapshot.symbols,
            pins: inner.pins.count + outer.pins.count,
            clusters: inner.clusters.count + outer.clusters.count
        )
        for drawing in [inner, outer] {
            for cluster in drawing.clusters {
                layer.add(cluster, at: tile.position(x: cluster.x, y: cluster.y))
            }
            for place in drawing.pins { add(place, to: &layer) }
        }
        return layer.bytes()
    }

    private func add(_ place: PinPlace, to layer: inout ReportLayer) {
        let table = snapshot.tiers[Int(place.tier)].run.table
        let row = Int(place.row)
        let key = UInt64(bitPattern: table.keys[row])
        layer.add(
            row,
            of: table,
            state: test.state(row, of: PinRows(table)),
            at: tile.position(x: Tally.compact(key), y: Tally.compact(key >> 1))
        )
    }
}
