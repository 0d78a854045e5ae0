/// Takes vertices out of a network's arcs for ever coarser drawings, without changing what lies beside what.
///
/// In the manner of Visvalingam and Whyatt ("Line generalisation by repeated elimination of points", 1993) the vertex
/// that makes the smallest triangle with its neighbours goes first, but only if
/// - every position taken out so far stays within the tolerance of the border that replaces it, and
/// - no other vertex is in the triangle, so that borders never cross, nor does an area collapse to a line.
package struct ArcSimplifier: Sendable {
    private let network: ArcNetwork
    /// The vertices of all arcs, one arc after the other; a place in this list is a slot.
    private let trail: [Int]
    /// The first slot of each arc, and the end of the last.
    private let starts: [Int]
    private let isEnd: [Bool]
    private var previous: [Int]
    private var next: [Int]
    /// Slots between an arc's nodes that are still there.
    private var inner: [Int] = []
    private var isGone: [Bool]
    /// Pairs of nodes with an arc between them that has nothing else left.
    private var straight: Set<[Int]> = []

    /// A simplifier that has taken out nothing yet.
    package init(_ network: ArcNetwork) {
        self.network = network
        trail = network.arcs.flatMap { $0 }
        var starts = [0]
        for arc in network.arcs {
            let start = starts[starts.count - 1]
            starts.append(start + arc.count)
            inner += (start + 1)..<(start + arc.count - 1)
            if arc.count == 2 { straight.insert(arc.sorted()) }
        }
        self.starts = starts
        isEnd = network.arcs.flatMap { arc in arc.indices.map { $0 == 0 || $0 == arc.count - 1 } }
        previous = trail.indices.map { $0 - 1 }
        next = trail.indices.map { $0 + 1 }
        isGone = Array(repeating: false, count: network.vertices.count)
    }

    /// How many vertices are left.
    package var count: Int { inner.count + network.arcs.count }

    /// Takes out what can be taken out within a tolerance, in the unit of the positions.
    ///
    /// Nodes always stay. A call with a smaller tolerance than the one before does nothing.
    package mutating func simplify(tolerance: Double) {
        let sorted = network.vertices.indices.filter { !isGone[$0] }
            .sorted { network.vertices[$0].x < network.vertices[$1].x }
        let columns = sorted.map { network.vertices[$0].x }
        var isStale = [Bool](repeating: false, count: trail.count)
        while true {
            var candidates: [(area: Int, slot: Int)] = []
            for slot in inner where isWithin(tolerance, around: slot) {
                candidates.append((abs(doubledArea(around: slot)), slot))
            }
            candidates.sort { $0 < $1 }
            var taken = 0
            for (_, slot) in candidates where !isStale[slot] {
                guard leavesArea(without: slot), isEmpty(around: slot, sorted, columns) else { continue }
                let (before, after) = (previous[slot], next[slot])
                isStale[before] = true
                isStale[after] = true
                remove(slot)
                taken += 1
            }
            guard taken > 0 else { return }
            inner.removeAll { isGone[trail[$0]] }
            for slot in isStale.indices { isStale[slot] = false }
        }
    }

    private mutating func remove(_ slot: Int) {
        let (before, after) = (previous[slot], next[slot])
        isGone[trail[slot]] = true
        next[before] = after
        previous[after] = before
        if isEnd[before], isEnd[after] { straight.insert([trail[before], trail[after]].sorted()) }
    }
}

/// What may be taken out.
extension ArcSimplifier {
    private func position(_ slot: Int) -> TilePosition { network.vertices[trail[slot]] }

    private func doubledArea(around slot: Int) -> Int {
        turn(position(previous[slot]), position(slot), position(next[slot]))
    }

    /// Whether all positions between a slot's neighbours are near to the straight way from one to the other.
    private func isWithin(_ tolerance: Double, around slot: Int) -> Bool {
        let (start, end) = (position(previous[slot]), position(next[slot]))
        return (previous[slot] + 1..<next[slot]).allSatisfy { skipped in
            position(skipped).squaredDistance(toLineFrom: start, to: end) <= tolerance * tolerance
        }
    }

    /// Whether the new edge isn't one that is there already: then what is between would be gone.
    private func leavesArea(without slot: Int) -> Bool {
        let (before, after) = (previous[slot], next[slot])
        let (start, end) = (trail[before], trail[after])
        if start == end { return false }
        if !isEnd[before], trail[previous[before]] == end { return false }
        if !isEnd[after], trail[next[after]] == start { return false }
        return !(isEnd[before] && isEnd[after] && straight.contains([start, end].sorted()))
    }

    /// Whether no other vertex is in the triangle of a slot and its neighbours, or on its edge.
    private func isEmpty(around slot: Int, _ sorted: [Int], _ columns: [Int]) -> Bool {
        let corners = (trail[previous[slot]], trail[slot], trail[next[slot]])
        let (a, b, c) = (
            network.vertices[corners.0], network.vertices[corners.1], network.vertices[corners.2]
        )
        let rows = min(a.y, b.y, c.y)...max(a.y, b.y, c.y)
        let east = max(a.x, b.x, c.x)
        var index = columns.firstIndex(notBelow: min(a.x, b.x, c.x))
        while index < sorted.count, columns[index] <= east {
            let vertex = sorted[index]
            index += 1
            let place = network.vertices[vertex]
            guard rows.contains(place.y), !isGone[vertex] else { continue }
            guard vertex != corners.0, vertex != corners.1, vertex != corners.2 else { continue }
            let turns = (turn(a, b, place), turn(b, c, place), turn(c, a, place))
            let isOutside = min(turns.0, turns.1, turns.2) < 0 && max(turns.0, turns.1, turns.2) > 0
            if !isOutside { return false }
        }
        return true
    }
}

/// What is left.
extension ArcSimplifier {
    /// What is left of each ring and each line, in units of 2^`shift`; a ring that has collapsed is empty.
    package func paths(unit shift: Int) -> (rings: [[TilePosition]], lines: [[TilePosition]]) {
        let arcs = network.arcs.indices.map { arc in
            (starts[arc]..<starts[arc + 1]).filter { !isGone[trail[$0]] }.map { position($0).rounded(shift) }
        }
        var paths = network.paths.map { uses in
            uses.flatMap { $0.isReversed ? arcs[$0.arc].reversed() : arcs[$0.arc] }
        }
        for index in paths.indices {
            if index < network.ringCount { paths[index].tidyRing() } else { paths[index].tidyLine() }
        }
        return (Array(paths[..<network.ringCount]), Array(paths[network.ringCount...]))
    }
}

/// Twice the area of a triangle: positive, negative or 0 as the way over `b` to `c` turns.
private func turn(_ a: TilePosition, _ b: TilePosition, _ c: TilePosition) -> Int {
    (b.x &- a.x) &* (c.y &- a.y) &- (c.x &- a.x) &* (b.y &- a.y)
}

extension TilePosition {
    fileprivate func squaredDistance(toLineFrom start: TilePosition, to end: TilePosition) -> Double {
        let (runX, runY) = (Double(end.x - start.x), Double(end.y - start.y))
        let (ownX, ownY) = (Double(x - start.x), Double(y - start.y))
        let length = runX * runX + runY * runY
        let along = length > 0 ? max(0, min(1, (ownX * runX + ownY * runY) / length)) : 0
        let (offX, offY) = (ownX - along * runX, ownY - along * runY)
        return offX * offX + offY * offY
    }
}

extension [Int] {
    /// The first place of a number that isn't below the given one, in a sorted list.
    fileprivate func firstIndex(notBelow number: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
