import Geography

/// A line beside which answers may differ, and how far it may be off the true one.
struct Border {
    let line: [Coordinate]
    /// Metres.
    let margin: Double
}

extension Survey {
    /// What GEOS's buffer may leave out or add, as a share of its distance: it smooths by a hundredth.
    private static let bufferError = 0.02
    /// Rounding to microdegrees and the bend of straight lines in another plane, in metres.
    private static let drawingError = 0.15
    /// A straight line of so many metres bends by less than two millimetres between the two planes.
    private static let longestPiece = 250.0

    /// Every line that a place has to cross to come from one answer to another.
    func borders() throws -> [Border] {
        var borders: [Border] = []
        for area in districtAreas {
            try draw(area.outlines(within: 0), margin: 0, into: &borders)
        }
        for (zone, area) in zip(zones, zoneAreas) {
            let turn = zone.halfWidth + zone.reach
            try draw(area.outlines(within: turn), margin: turn * Survey.bufferError, into: &borders)
        }
        try drawTolerance(into: &borders)
        return borders
    }

    /// Near the city and in gaps the nearest district answers, so that the whole strip is a border.
    private func drawTolerance(into borders: inout [Border]) throws {
        for distance in Survey.strips(upTo: tolerance.outside) {
            let outlines = try enclosure.shape.buffered(by: distance.at, segments: 16).outlines()
            try draw(outlines, margin: distance.margin, into: &borders)
        }
        for gap in gaps {
            let hole = try Shape(.polygon(gap), in: enclosure.shape.context)
            for distance in Survey.strips(upTo: tolerance.gap) {
                let outlines = try hole.buffered(by: -distance.at, segments: 16).outlines()
                try draw(outlines, margin: distance.margin, into: &borders)
            }
        }
    }

    /// Lines side by side whose margins leave nothing out between 0 and `distance`.
    private static func strips(upTo distance: Double) -> [(at: Double, margin: Double)] {
        guard distance > 0 else { return [] }
        let count = 8
        let step = distance / Double(count)
        return (0..<count).map { (at: (Double($0) + 0.5) * step, margin: step / 2 + distance * bufferError) }
    }

    private func draw(_ outlines: [Outline], margin: Double, into borders: inout [Border]) throws {
        for outline in outlines {
            let line = try projection.coordinates(of: Survey.divided(outline.positions))
            borders.append(Border(line: line, margin: margin + Survey.drawingError))
        }
    }

    /// The same line with more positions, so that no piece is long.
    private static func divided(_ line: [Metres]) -> [Metres] {
        guard var last = line.first else { return [] }
        var result = [last]
        for next in line.dropFirst() {
            let pieces = max(1, Int((last.distance(to: next) / longestPiece).rounded(.up)))
            for piece in 1..<max(pieces, 1) {
                let share = Double(piece) / Double(pieces)
                result.append(
                    Metres(x: last.x + (next.x - last.x) * share, y: last.y + (next.y - last.y) * share)
                )
            }
            result.append(next)
            last = next
        }
        return result
    }
}
