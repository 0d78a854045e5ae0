/// Rings and lines as lists of positions; a ring's first position is not repeated at its end.
extension [TilePosition] {
    /// Twice the area of the ring in square units, positive for a ring that runs clockwise on the screen.
    package var doubledArea: Int {
        guard let first, let last else { return 0 }
        // Measured from the first position, so that large numbers cancel out before they are multiplied.
        var area = 0
        var previous = last
        for position in self {
            area &+= (previous.x - first.x) &* (position.y - first.y)
            area &-= (position.x - first.x) &* (previous.y - first.y)
            previous = position
        }
        return area
    }

    /// Takes out positions that repeat the one before.
    package mutating func tidyLine() {
        var kept = 0
        for index in indices where kept == 0 || self[kept - 1] != self[index] {
            self[kept] = self[index]
            kept += 1
        }
        removeSubrange(kept...)
    }

    /// Takes out positions that repeat the one before, and those at which the border turns straight back.
    ///
    /// What is left has at least three positions, or none.
    package mutating func tidyRing() {
        var kept = 0
        for index in indices {
            let position = self[index]
            while kept > 1, self[kept - 1].isTurningBack(from: self[kept - 2], to: position) { kept -= 1 }
            if kept == 1, self[0] == position { continue }
            self[kept] = position
            kept += 1
        }
        // The same where the ring closes.
        var start = 0
        while kept - start >= 3 {
            if self[kept - 1].isTurningBack(from: self[kept - 2], to: self[start]) {
                kept -= 1
            } else if self[start].isTurningBack(from: self[kept - 1], to: self[start + 1]) {
                start += 1
            } else {
                break
            }
        }
        guard kept - start >= 3 else { return removeAll() }
        removeSubrange(kept...)
        removeSubrange(..<start)
    }

    /// Whether the ring encloses a position; one on the border may be either.
    func encloses(_ position: TilePosition) -> Bool {
        guard var previous = last else { return false }
        var isInside = false
        for corner in self {
            if (corner.y > position.y) != (previous.y > position.y) {
                let (upper, lower) = corner.y < previous.y ? (corner, previous) : (previous, corner)
                let side =
                    (lower.x - upper.x) &* (position.y - upper.y)
                    &- (position.x - upper.x) &* (lower.y - upper.y)
                if side > 0 { isInside.toggle() }
            }
            previous = corner
        }
        return isInside
    }

    /// Whether a position lies on the ring's border.
    func passes(_ position: TilePosition) -> Bool {
        guard var previous = last else { return false }
        for corner in self {
            let side =
                (corner.x - previous.x) &* (position.y - previous.y)
                &- (position.x - previous.x) &* (corner.y - previous.y)
            let along =
                (position.x - previous.x) &* (position.x - corner.x)
                &+ (position.y - previous.y) &* (position.y - corner.y)
            if side == 0, along <= 0 { return true }
            previous = corner
        }
        return false
    }
}

extension TilePosition {
    /// Whether a way through here repeats the position before or comes straight back.
    fileprivate func isTurningBack(from before: TilePosition, to after: TilePosition) -> Bool {
        let (inX, inY) = (x - before.x, y - before.y)
        let (outX, outY) = (after.x - x, after.y - y)
        return inX &* outY == inY &* outX && inX &* outX &+ inY &* outY <= 0
    }
}
