/// An area in a tile's units: a border that runs clockwise on the screen, and the holes, which run the other way.
package struct TilePolygon: Hashable, Sendable {
    package let exterior: [TilePosition]
    package let holes: [[TilePosition]]

    /// Joins borders and holes; a ring's first position is not repeated.
    package init(exterior: [TilePosition], holes: [[TilePosition]] = []) {
        self.exterior = exterior
        self.holes = holes
    }

    /// Puts rings together to areas, by the way they run: each hole goes to the smallest border around it.
    ///
    /// Rings without an area and holes without a border around them are left out.
    package static func areas(of rings: [[TilePosition]]) -> [TilePolygon] {
        var borders: [(ring: [TilePosition], area: Int, holes: [[TilePosition]])] = []
        var holes: [[TilePosition]] = []
        for ring in rings {
            let area = ring.doubledArea
            if area > 0 { borders.append((ring, area, [])) }
            if area < 0 { holes.append(ring) }
        }
        for hole in holes {
            let around = borders.indices.filter { hole.lies(within: borders[$0].ring) }
            guard let home = around.min(by: { borders[$0].area < borders[$1].area }) else { continue }
            borders[home].holes.append(hole)
        }
        return borders.map { TilePolygon(exterior: $0.ring, holes: $0.holes) }
    }
}

extension [TilePosition] {
    /// Whether a hole lies within a border, which it may touch.
    fileprivate func lies(within border: [TilePosition]) -> Bool {
        guard let free = first(where: { !border.passes($0) }) else { return true }
        return border.encloses(free)
    }
}
