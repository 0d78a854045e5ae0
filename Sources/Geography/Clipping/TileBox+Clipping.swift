extension TileBox {
    /// The four lines that cut the box out of the plane.
    private var sides: [HalfPlane] {
        [.west(of: east), .east(of: west), .north(of: south), .south(of: north)]
    }

    /// The part of an area within the box.
    ///
    /// The rings are those of one area or of several that don't overlap: outer borders clockwise on the screen,
    /// holes the other way, the first position of each not repeated. So are the rings of the result. An area in
    /// several parts stays in parts: no borders run to and fro along the box's edge.
    ///
    /// All arithmetic is exact, and where a border is cut is rounded to whole units. As that depends on the border
    /// alone, neighbours are cut in the same positions.
    package func clip(rings: [[TilePosition]]) -> [[TilePosition]] {
        sides.reduce(rings) { rings, side in rings.isEmpty ? rings : side.clip(rings: rings) }
    }

    /// The parts of a line within the box; see the same for rings.
    package func clip(line: [TilePosition]) -> [[TilePosition]] {
        sides.reduce([line]) { lines, side in lines.flatMap { side.clip(line: $0) } }
    }
}
