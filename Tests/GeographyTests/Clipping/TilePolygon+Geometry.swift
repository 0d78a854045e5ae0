import Geography

extension TilePolygon {
    /// As a geometry for GEOS, in the plane of the tile's units with y growing upwards.
    func geometry() throws -> Geometry<Metres> {
        .polygon(Polygon(exterior: try ring(exterior), holes: try holes.map(ring)))
    }

    private func ring(_ positions: [TilePosition]) throws -> LinearRing<Metres> {
        try LinearRing(
            (positions + positions.prefix(1)).map { Metres(x: Double($0.x), y: Double(-$0.y)) }
        )
    }
}
