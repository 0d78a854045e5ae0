import Geography
import TestSupport
import Testing

struct ClippingTests {
    private let box = TileBox(west: 0, north: 0, east: 100, south: 100)

    private func ring(_ numbers: [Int]) -> [TilePosition] {
        stride(from: 0, to: numbers.count, by: 2).map { TilePosition(x: numbers[$0], y: numbers[$0 + 1]) }
    }

    /// The ring begun at its smallest position, so that rings can be compared.
    private func begun(_ ring: [TilePosition]) -> [TilePosition] {
        guard let start = ring.indices.min(by: { (ring[$0].x, ring[$0].y) < (ring[$1].x, ring[$1].y) })
        else { return ring }
        return Array(ring[start...] + ring[..<start])
    }

    @Test(arguments: [
        ("within", [10, 10, 90, 10, 90, 90], [[10, 10, 90, 10, 90, 90]]),
        ("away", [110, 10, 190, 10, 190, 90], []),
        ("around", [-10, -10, 110, -10, 110, 110, -10, 110], [[0, 0, 100, 0, 100, 100, 0, 100]]),
        ("over a corner", [50, 50, 150, 50, 150, 150, 50, 150], [[50, 50, 100, 50, 100, 100, 50, 100]]),
        (
            "a fork stays in two parts",
            [-50, 10, 60, 10, 60, 30, -20, 30, -20, 60, 60, 60, 60, 80, -50, 80],
            [[0, 10, 60, 10, 60, 30, 0, 30], [0, 60, 60, 60, 60, 80, 0, 80]]
        ),
        ("a tip that touches the edge", [100, 50, 150, 20, 150, 80], []),
        ("a border along the edge from outside", [100, 20, 150, 20, 150, 80, 100, 80], []),
        (
            "a border along the edge from inside", [50, 20, 100, 20, 100, 80, 50, 80],
            [[50, 20, 100, 20, 100, 80, 50, 80]]
        ),
        (
            "a step on the edge",
            [50, 10, 150, 10, 150, 50, 100, 50, 100, 80, 50, 80],
            [[50, 10, 100, 10, 100, 80, 50, 80]]
        ),
        (
            "a step on the edge that goes on outside",
            [50, 10, 100, 10, 100, 50, 150, 50, 150, 20, 160, 20, 160, 90, 50, 90],
            [[50, 10, 100, 10, 100, 90, 50, 90]]
        ),
        (
            "a tip of the outside that reaches the edge parts what is left",
            [50, 10, 150, 10, 150, 90, 50, 90, 50, 60, 100, 50, 50, 40],
            [[50, 10, 100, 10, 100, 50, 50, 40], [50, 60, 100, 50, 100, 90, 50, 90]]
        ),
        (
            "cuts that are rounded to one position",
            [50, 10, 300, 10, 300, 90, 50, 90, 50, 60, 101, 50, 50, 40],
            [[50, 10, 100, 10, 100, 50, 50, 40], [50, 60, 100, 50, 100, 90, 50, 90]]
        ),
    ])
    func `an area is cut to the box`(name: String, whole: [Int], parts: [[Int]]) {
        let clipped = box.clip(rings: [ring(whole)])
        #expect(Set(clipped.map(begun)) == Set(parts.map { begun(ring($0)) }), "\(name)")
    }

    @Test func `a hole that the edge cuts becomes part of the border`() {
        let frame = ring([-50, 10, 90, 10, 90, 90, -50, 90])
        let hole = ring([-20, 40, -20, 60, 20, 60, 20, 40])
        let areas = TilePolygon.areas(of: box.clip(rings: [frame, hole]))
        #expect(areas.count == 1)
        #expect(areas.first?.holes.isEmpty == true)
        #expect(areas.first?.exterior.doubledArea == 2 * (90 * 80 - 20 * 20))
    }

    @Test func `each hole goes to the smallest border around it`() {
        let rings = [
            ring([0, 0, 90, 0, 90, 90, 0, 90]), ring([20, 20, 20, 70, 70, 70, 70, 20]),
            ring([30, 30, 60, 30, 60, 60, 30, 60]), ring([40, 40, 40, 50, 50, 50, 50, 40]),
            ring([200, 0, 210, 0, 210, 10]), ring([300, 300, 300, 310, 310, 310]), ring([1, 1, 5, 5, 9, 9]),
        ]
        let areas = TilePolygon.areas(of: rings)
        #expect(areas.map(\.exterior) == [rings[0], rings[2], rings[4]])
        #expect(areas.map(\.holes) == [[rings[1]], [rings[3]], []])
    }

    @Test func `lines fall into the parts within the box`() {
        let line = ring([-10, 10, 50, 10, 50, 110, 60, 110, 60, 50, 150, 50])
        #expect(
            box.clip(line: line) == [ring([0, 10, 50, 10, 50, 100]), ring([60, 100, 60, 50, 100, 50])]
        )
        #expect(box.clip(line: ring([-10, 0, 0, -10])).isEmpty)
        #expect(box.clip(line: ring([100, 40, 120, 40])).isEmpty)
    }

    /// A star-shaped area with a hole in its middle.
    private func star(_ random: inout SeededGenerator, at centre: TilePosition, size: Int) -> [[TilePosition]]
    {
        let count = Int.random(in: 5...40, using: &random)
        var corners: [TilePosition] = []
        for step in 0..<count {
            let (x, y) = direction(step, of: count)
            let far = Double(Int.random(in: size / 3...size, using: &random))
            corners.append(TilePosition(x: centre.x + Int(x * far), y: centre.y + Int(y * far)))
        }
        let hole = (0..<count).reversed().map { step in
            let (x, y) = direction(step, of: count)
            return TilePosition(
                x: centre.x + Int(x * Double(size / 5)),
                y: centre.y + Int(y * Double(size / 5))
            )
        }
        return [corners, hole]
    }

    /// A way round a square in even steps, which needs no sine.
    private func direction(_ step: Int, of count: Int) -> (Double, Double) {
        let turn = Double(step) * 4 / Double(count)
        let part = turn - turn.rounded(.down)
        return switch Int(turn) {
        case 0: (1 - part, part)
        case 1: (-part, 1 - part)
        case 2: (part - 1, -part)
        default: (part, part - 1)
        }
    }

    @Test func `the parts are those that GEOS finds`() throws {
        var random = SeededGenerator(32)
        let context = try GeometryContext()
        let window = TileBox.vectorTile
        let frame = try Shape(TilePolygon(exterior: window.ring).geometry(), in: context)
        var parts = 0
        for _ in 0..<400 {
            let centre = TilePosition(
                x: .random(in: -2_000...6_000, using: &random),
                y: .random(in: -2_000...6_000, using: &random)
            )
            let size = Int.random(in: 500...20_000, using: &random)
            let rings = star(&random, at: centre, size: size)
            let whole = try #require(TilePolygon.areas(of: rings).first)
            let expected = try Shape(whole.geometry(), in: context).intersection(frame).area()
            var area = 0.0
            for polygon in TilePolygon.areas(of: window.clip(rings: rings)) {
                let shape = try Shape(polygon.geometry(), in: context)
                #expect(try shape.defect() == nil)
                area += try shape.area()
                let bounds = try #require(TileBox(enclosing: polygon.exterior))
                #expect(window.contains(bounds))
                parts += 1
            }
            // Each of some cuts may move by half a unit, which turns an edge that is up to the window long.
            #expect(abs(area - expected) < 20_000, "\(area) \(expected)")
        }
        #expect(parts > 300)
    }

    @Test func `neighbours are cut in the same positions`() throws {
        var random = SeededGenerator(33)
        let window = TileBox.vectorTile
        var seen = 0
        for _ in 0..<400 {
            let wide = 20_000
            var border: [TilePosition] = []
            var x = -wide
            while x < wide {
                border.append(TilePosition(x: x, y: .random(in: -1_000...5_000, using: &random)))
                x += Int.random(in: 1...3_000, using: &random)
            }
            let upper = border.reversed() + ring([-wide, -wide, wide, -wide])
            let lower = border + ring([wide, wide, -wide, wide])
            let (above, below) = (window.clip(rings: [upper]), window.clip(rings: [lower]))
            let area = (above + below).reduce(0) { $0 + $1.doubledArea }
            let side = window.east - window.west
            #expect(area == 2 * side * side)
            let inner = { (rings: [[TilePosition]]) in
                Set(rings.joined().filter { !window.corners.contains($0) })
            }
            #expect(inner(above) == inner(below))
            seen += inner(above).count
        }
        #expect(seen > 2_000)
    }

    @Test func `areas as large as the world can be cut at every zoom`() throws {
        for zoom in Tile.zooms {
            let world = 1 << (zoom + 12)
            let middle = world / 2
            let rings = [ring([-middle, -middle, middle, -middle, middle, middle + 1, -middle, middle])]
            let area = TileBox.vectorTile.clip(rings: rings).reduce(0) { $0 + $1.doubledArea }
            #expect(area > 0)
        }
    }
}

extension TileBox {
    fileprivate var corners: [TilePosition] { ring }

    fileprivate var ring: [TilePosition] {
        [
            TilePosition(x: west, y: north), TilePosition(x: east, y: north),
            TilePosition(x: east, y: south), TilePosition(x: west, y: south),
        ]
    }
}
