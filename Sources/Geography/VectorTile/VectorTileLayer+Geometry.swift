/// Geometry as commands of a pen that starts in the tile's north-western corner (MVT 2.1, section 4.3).
extension VectorTileLayer {
    private enum Command: UInt64 {
        case moveTo = 1
        case lineTo = 2
        case closePath = 7
    }

    /// Draws a point.
    package mutating func point(_ position: TilePosition) {
        write(.moveTo, count: 1)
        move(to: position)
    }

    /// Draws several points as one geometry.
    package mutating func points(_ positions: [TilePosition]) {
        guard !positions.isEmpty else { return }
        write(.moveTo, count: positions.count)
        for position in positions { move(to: position) }
    }

    /// Draws a line; fewer than two positions are none.
    package mutating func line(_ positions: [TilePosition]) {
        guard positions.count >= 2 else { return }
        write(.moveTo, count: 1)
        move(to: positions[0])
        write(.lineTo, count: positions.count - 1)
        for index in 1..<positions.count { move(to: positions[index]) }
    }

    /// Draws a ring, its first position not repeated at its end; fewer than three are none.
    ///
    /// A ring of positive area (clockwise on the screen) begins an area, one of negative area is a hole in the
    /// area before it (section 4.3.4.4).
    package mutating func ring(_ positions: [TilePosition]) {
        guard positions.count >= 3 else { return }
        line(positions)
        write(.closePath, count: 1)
    }

    @inline(__always)
    private mutating func write(_ command: Command, count: Int) {
        geometry.appendVarint(command.rawValue | UInt64(count) << 3)
    }

    @inline(__always)
    private mutating func move(to position: TilePosition) {
        geometry.appendZigzag(position.x &- pen.x)
        geometry.appendZigzag(position.y &- pen.y)
        pen = position
    }
}
