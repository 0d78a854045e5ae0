/// Rings and lines taken apart into arcs, so that a border that two areas share is kept, and changed, once.
///
/// An arc runs between nodes: positions where three borders or more meet, or where a line ends. A ring without a
/// node gets one, its first position by x, then y; so the same ring gets the same node wherever it occurs.
package struct ArcNetwork: Sendable {
    /// An arc as a ring or a line uses it.
    struct Use: Sendable {
        let arc: Int
        let isReversed: Bool
    }

    /// All different positions.
    let vertices: [TilePosition]
    /// For each arc its vertices, both nodes included.
    let arcs: [[Int]]
    /// For each ring, then for each line, the arcs that it is made of, in their order.
    let paths: [[Use]]
    /// Whether a path is closed, by its number.
    let ringCount: Int

    /// Takes rings (the first position not repeated) and lines apart; only equal positions meet.
    package init(rings: [[TilePosition]], lines: [[TilePosition]] = []) {
        var builder = ArcBuilder()
        let closed = rings.map { ring in
            var ring = ring
            ring.tidyRing()
            return builder.vertices(of: ring)
        }
        let open = lines.map { line in
            var line = line
            line.tidyLine()
            return builder.vertices(of: line)
        }
        for ring in closed { builder.connect(ring, isClosed: true) }
        for line in open { builder.connect(line, isClosed: false) }
        for ring in closed { builder.anchor(ring) }
        var paths = closed.map { builder.split(ring: $0) }
        paths += open.map { builder.split(line: $0) }
        vertices = builder.positions
        arcs = builder.arcs
        self.paths = paths
        ringCount = closed.count
    }
}

/// Collects vertices, finds the nodes, and cuts there.
private struct ArcBuilder {
    private struct Start: Hashable {
        let node: Int
        let second: Int
    }

    private(set) var positions: [TilePosition] = []
    private(set) var arcs: [[Int]] = []
    private var numbers: [TilePosition: Int] = [:]
    private var neighbours: [(Int, Int)] = []
    private var isNode: [Bool] = []
    private var known: [Start: Int] = [:]

    mutating func vertices(of path: [TilePosition]) -> [Int] {
        path.map { position in
            if let number = numbers[position] { return number }
            let number = positions.count
            numbers[position] = number
            positions.append(position)
            neighbours.append((-1, -1))
            isNode.append(false)
            return number
        }
    }

    mutating func connect(_ path: [Int], isClosed: Bool) {
        guard let first = path.first, var previous = path.last else { return }
        if !isClosed {
            isNode[first] = true
            isNode[previous] = true
        }
        for (index, vertex) in path.enumerated() {
            if index > 0 || isClosed {
                meet(previous, vertex)
                meet(vertex, previous)
            }
            previous = vertex
        }
    }

    private mutating func meet(_ vertex: Int, _ other: Int) {
        if neighbours[vertex].0 == other || neighbours[vertex].1 == other { return }
        if neighbours[vertex].0 < 0 {
            neighbours[vertex].0 = other
        } else if neighbours[vertex].1 < 0 {
            neighbours[vertex].1 = other
        } else {
            isNode[vertex] = true
        }
    }

    mutating func anchor(_ ring: [Int]) {
        guard !ring.contains(where: { isNode[$0] }) else { return }
        let first = ring.min { left, right in
            (positions[left].x, positions[left].y) < (positions[right].x, positions[right].y)
        }
        if let first { isNode[first] = true }
    }

    mutating func split(ring: [Int]) -> [ArcNetwork.Use] {
        guard let start = ring.firstIndex(where: { isNode[$0] }) else { return [] }
        return split(line: Array(ring[start...]) + ring[...start])
    }

    mutating func split(line: [Int]) -> [ArcNetwork.Use] {
        var uses: [ArcNetwork.Use] = []
        var arc: [Int] = []
        for vertex in line {
            arc.append(vertex)
            guard isNode[vertex], arc.count > 1 else { continue }
            uses.append(use(of: arc))
            arc = [vertex]
        }
        return uses
    }

    /// The arc's number and direction; it is kept the way that begins with the smaller vertices.
    private mutating func use(of arc: [Int]) -> ArcNetwork.Use {
        let last = arc.count - 1
        let isReversed = (arc[last], arc[last - 1]) < (arc[0], arc[1])
        let kept = isReversed ? Array(arc.reversed()) : arc
        // Between nodes a border cannot part, so two vertices tell which one it is.
        let start = Start(node: kept[0], second: kept[1])
        let number = known[start] ?? arcs.count
        if number == arcs.count {
            known[start] = number
            arcs.append(kept)
        }
        return ArcNetwork.Use(arc: number, isReversed: isReversed)
    }
}
