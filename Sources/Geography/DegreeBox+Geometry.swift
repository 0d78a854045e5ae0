extension DegreeBox {
    /// Whether it shares at least a point with a geometry as it is printed.
    package func meets(_ geometry: Geometry<Coordinate>) -> Bool {
        guard let bounds = geometry.bounds else { return false }
        return cover.contains { $0.intersects(bounds) } && parts.contains { $0.touches(geometry) }
    }

    /// The same for a box that does not cross the 180th meridian.
    private func touches(_ geometry: Geometry<Coordinate>) -> Bool {
        if geometry.positions.contains(where: contains) { return true }
        switch geometry {
        case .point, .multiPoint: return false
        case .lineString(let line): return touches(line.positions)
        case .multiLineString(let lines): return lines.contains { touches($0.positions) }
        case .polygon(let area): return touches(area)
        case .multiPolygon(let areas): return areas.contains { touches($0) }
        }
    }

    /// None of its corners lies in the box: so a border goes through, or the box lies in the area, or they are apart.
    private func touches(_ area: Polygon<Coordinate>) -> Bool {
        let rings = [area.exterior] + area.holes
        if rings.contains(where: { touches($0.positions) }) { return true }
        return rings.reduce(false) { $0 != isInside($1.positions) }
    }

    private func touches(_ line: [Coordinate]) -> Bool {
        zip(line, line.dropFirst()).contains { isCut(from: $0, to: $1) }
    }

    /// Whether a straight way leads through the box: what is left of it between the edges is something (Liang and Barsky).
    private func isCut(from start: Coordinate, to end: Coordinate) -> Bool {
        var (first, last) = (0.0, 1.0)
        let (width, height) = (end.longitude - start.longitude, end.latitude - start.latitude)
        for (step, room) in [
            (-width, start.longitude - west), (width, east - start.longitude),
            (-height, start.latitude - south), (height, north - start.latitude),
        ] {
            if step == 0 {
                if room < 0 { return false }
            } else if step < 0 {
                first = max(first, room / step)
            } else {
                last = min(last, room / step)
            }
        }
        return first <= last
    }

    /// Whether the south-western corner lies within a ring: a way to the east crosses it an odd number of times.
    private func isInside(_ ring: [Coordinate]) -> Bool {
        var isInside = false
        for (start, end) in zip(ring, ring.dropFirst()) {
            guard (start.latitude > south) != (end.latitude > south) else { continue }
            let share = (south - start.latitude) / (end.latitude - start.latitude)
            if west < start.longitude + share * (end.longitude - start.longitude) { isInside.toggle() }
        }
        return isInside
    }
}
