extension HalfPlane {
    /// A piece of border from where it comes in to where it goes out again.
    private struct Chain {
        var positions: [TilePosition]
        var next: Int?
    }

    /// An end of a chain on the line.
    private struct End {
        let crossing: Crossing
        let chain: Int
        let isEntry: Bool
    }

    /// The part of an area on this side.
    ///
    /// Along the line, inside and outside take turns: of the ends in their order, the first and the second bound a
    /// piece of the area, the third and the fourth the next. There the line becomes the border.
    func clip(rings: [[TilePosition]]) -> [[TilePosition]] {
        var kept: [[TilePosition]] = []
        var chains: [Chain] = []
        var ends: [End] = []
        for ring in rings {
            if let inside = ring.firstIndex(where: { contains($0) }) {
                guard let outside = ring.firstIndex(where: { !contains($0) }) else {
                    kept.append(ring)
                    continue
                }
                collect(ring, inside: inside, outside: outside, &chains, &ends)
            }
        }
        guard !chains.isEmpty else { return kept }
        ends.sort { $0.crossing < $1.crossing }
        for pair in stride(from: 0, to: ends.count - 1, by: 2) {
            let (first, second) = (ends[pair], ends[pair + 1])
            // Two of a sort only happen where borders cross one another; then each chain closes by itself.
            guard first.isEntry != second.isEntry else { continue }
            let (entry, exit) = first.isEntry ? (first, second) : (second, first)
            chains[exit.chain].next = entry.chain
        }
        kept += joined(chains)
        return kept
    }

    /// Cuts a ring that has positions on both sides into chains.
    private func collect(
        _ ring: [TilePosition],
        inside: Int,
        outside: Int,
        _ chains: inout [Chain],
        _ ends: inout [End]
    ) {
        // A walk that begins outside meets every chain whole.
        var previous = ring[outside]
        var wasInside = false
        for step in 1...ring.count {
            let index = outside + step
            let position = ring[index < ring.count ? index : index - ring.count]
            let isInside = contains(position)
            if isInside && !wasInside {
                let crossing = crossing(inside: position, outside: previous)
                ends.append(End(crossing: crossing, chain: chains.count, isEntry: true))
                chains.append(Chain(positions: [self.position(crossing)]))
            }
            if isInside {
                chains[chains.count - 1].positions.append(position)
            } else if wasInside {
                let crossing = crossing(inside: previous, outside: position)
                ends.append(End(crossing: crossing, chain: chains.count - 1, isEntry: false))
                chains[chains.count - 1].positions.append(self.position(crossing))
            }
            previous = position
            wasInside = isInside
        }
    }

    /// Follows the chains round until each is part of a ring.
    private func joined(_ chains: [Chain]) -> [[TilePosition]] {
        var rings: [[TilePosition]] = []
        var isTaken = [Bool](repeating: false, count: chains.count)
        for start in chains.indices where !isTaken[start] {
            var ring: [TilePosition] = []
            var chain: Int? = start
            while let current = chain, !isTaken[current] {
                isTaken[current] = true
                ring += chains[current].positions
                chain = chains[current].next
            }
            rings += parted(ring)
        }
        return rings
    }

    /// A ring that comes to the same position on the line twice, taken apart there.
    ///
    /// That happens where a border only touches the line, and where cuts are so near that they are rounded alike.
    private func parted(_ ring: [TilePosition]) -> [[TilePosition]] {
        var rings: [[TilePosition]] = []
        var way: [TilePosition] = []
        var seen: [TilePosition: Int] = [:]
        for position in ring {
            if touches(position) {
                if let before = seen[position] {
                    let loop = way[before...]
                    for part in loop where touches(part) { seen[part] = nil }
                    rings.append(Array(loop))
                    way.removeSubrange(before...)
                }
                seen[position] = way.count
            }
            way.append(position)
        }
        rings.append(way)
        return rings.compactMap { ring in
            var tidy = ring
            tidy.tidyRing()
            return tidy.isEmpty ? nil : tidy
        }
    }

    /// The parts of a line on this side.
    func clip(line: [TilePosition]) -> [[TilePosition]] {
        if line.allSatisfy({ contains($0) }) { return [line] }
        var parts: [[TilePosition]] = []
        var part: [TilePosition] = []
        var previous: TilePosition?
        for position in line {
            defer { previous = position }
            let isInside = contains(position)
            if let before = previous, contains(before) != isInside {
                let crossing =
                    isInside
                    ? crossing(inside: position, outside: before)
                    : crossing(inside: before, outside: position)
                part.append(self.position(crossing))
            }
            if isInside {
                part.append(position)
            } else if !part.isEmpty {
                parts.append(part)
                part = []
            }
        }
        if !part.isEmpty { parts.append(part) }
        return parts.compactMap { part in
            var tidy = part
            tidy.tidyLine()
            return tidy.count >= 2 ? tidy : nil
        }
    }
}
