import Geography
import TestSupport
import Testing

struct SimplifyingTests {
    /// A patchwork of cells that share winding borders: each row of corners and of borders is made once.
    private struct Patchwork {
        let side = 6
        let cell = 4_000
        private var borders: [[TilePosition]: [TilePosition]] = [:]
        private(set) var rings: [[TilePosition]] = []

        init(_ random: inout SeededGenerator) {
            for row in 0..<side {
                for column in 0..<side {
                    let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map {
                        TilePosition(x: (column + $0.0) * cell, y: (row + $0.1) * cell)
                    }
                    rings.append(
                        corners.indices.flatMap {
                            way(corners[$0], corners[($0 + 1) % 4], &random).dropLast()
                        }
                    )
                }
            }
        }

        private mutating func way(
            _ start: TilePosition,
            _ end: TilePosition,
            _ random: inout SeededGenerator
        ) -> [TilePosition] {
            let isForward = (start.x, start.y) < (end.x, end.y)
            let ends = isForward ? [start, end] : [end, start]
            let way = borders[ends] ?? winding(ends[0], ends[1], &random)
            borders[ends] = way
            return isForward ? way : way.reversed()
        }

        private func winding(
            _ start: TilePosition,
            _ end: TilePosition,
            _ random: inout SeededGenerator
        ) -> [TilePosition] {
            let count = Int.random(in: 1...60, using: &random)
            return [start]
                + (1..<count).map { step in
                    let aside = Int.random(in: -cell / 5...cell / 5, using: &random)
                    let far = cell / 5 + cell * 3 / 5 * step / count
                    return start.x == end.x
                        ? TilePosition(x: start.x + aside, y: start.y + far)
                        : TilePosition(x: start.x + far, y: start.y + aside)
                } + [end]
        }
    }

    @Test(arguments: [0.0, 8, 40, 200, 1_000, 100_000])
    func `areas that cover a place without gaps go on doing so`(tolerance: Double) throws {
        var random = SeededGenerator(34)
        let context = try GeometryContext()
        for _ in 0..<6 {
            let patchwork = Patchwork(&random)
            var simplifier = ArcSimplifier(ArcNetwork(rings: patchwork.rings))
            simplifier.simplify(tolerance: tolerance)
            let rings = simplifier.paths(unit: 0).rings
            #expect(rings.count == 36)
            // Every edge is there once each way, but for the city's outline; so nothing is between neighbours.
            var edges: [[TilePosition]: Int] = [:]
            for ring in rings {
                #expect(ring.doubledArea > 0)
                let polygon = TilePolygon(exterior: ring)
                #expect(try Shape(polygon.geometry(), in: context).defect() == nil)
                for (start, end) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
                    #expect(edges.updateValue(1, forKey: [start, end]) == nil)
                }
            }
            let outline = edges.keys.filter { edges[[$0[1], $0[0]]] == nil }
            let around = outline.reduce(0) { $0 + $1[0].x * $1[1].y - $1[1].x * $1[0].y }
            #expect(rings.reduce(0) { $0 + $1.doubledArea } == around)
            if tolerance > 0 { #expect(rings.joined().count < patchwork.rings.joined().count) }
            if tolerance == 100_000 { #expect(rings.joined().count < 36 * 8) }
        }
    }

    @Test func `no position is farther from the new border than the tolerance`() throws {
        var random = SeededGenerator(35)
        let context = try GeometryContext()
        for tolerance in [30.0, 150, 600] {
            let patchwork = Patchwork(&random)
            var simplifier = ArcSimplifier(ArcNetwork(rings: patchwork.rings))
            simplifier.simplify(tolerance: tolerance)
            for (ring, old) in zip(simplifier.paths(unit: 0).rings, patchwork.rings) {
                let border = try Shape(TilePolygon(exterior: ring).geometry(), in: context).boundary()
                for position in old {
                    let place = Metres(x: Double(position.x), y: Double(-position.y))
                    #expect(try border.distance(to: Shape(place, in: context)) <= tolerance + 1e-6)
                }
            }
        }
    }

    @Test func `a ring alone and the hole that it fills stay the same`() {
        let hole = [(50, 20), (20, 40), (25, 60), (60, 80), (90, 60), (70, 30)].map {
            TilePosition(x: $0.0 * 10, y: $0.1 * 10)
        }
        let island = Array((hole[2...] + hole[..<2]).reversed())
        for tolerance in [0.0, 60, 5_000] {
            var simplifier = ArcSimplifier(ArcNetwork(rings: [hole, island]))
            simplifier.simplify(tolerance: tolerance)
            let rings = simplifier.paths(unit: 0).rings
            #expect(rings[0].count >= 3)
            #expect(rings[0].doubledArea == -rings[1].doubledArea)
            #expect(Set(rings[0]) == Set(rings[1]))
        }
    }

    @Test func `a line keeps its ends and loses what lies straight between`() {
        let line = [(0, 0), (10, 0), (20, 0), (20, 10), (20, 20)].map { TilePosition(x: $0.0, y: $0.1) }
        var simplifier = ArcSimplifier(ArcNetwork(rings: [], lines: [line]))
        simplifier.simplify(tolerance: 1)
        #expect(simplifier.paths(unit: 0).lines == [[line[0], line[2], line[4]]])
        simplifier.simplify(tolerance: 100)
        #expect(simplifier.paths(unit: 1).lines == [[line[0], TilePosition(x: 10, y: 10)]])
        #expect(simplifier.count == 1)
    }

    @Test(arguments: [
        [], [(1, 1)], [(1, 1), (2, 2)], [(1, 1), (2, 2), (3, 3)], [(5, 5), (5, 5), (5, 5), (5, 5)],
    ])
    func `a ring without an area is empty`(corners: [(Int, Int)]) {
        let ring = corners.map { TilePosition(x: $0.0, y: $0.1) }
        var simplifier = ArcSimplifier(ArcNetwork(rings: [ring], lines: [Array(ring.prefix(1))]))
        simplifier.simplify(tolerance: 10)
        #expect(simplifier.paths(unit: 0).rings == [[]])
        #expect(simplifier.paths(unit: 0).lines.allSatisfy { $0.count < 2 })
    }
}
