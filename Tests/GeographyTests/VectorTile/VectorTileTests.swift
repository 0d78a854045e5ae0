import TestSupport
import Testing

@testable import Geography

struct VectorTileTests {
    private func positions(_ numbers: [Int]) -> [TilePosition] {
        stride(from: 0, to: numbers.count, by: 2).map { TilePosition(x: numbers[$0], y: numbers[$0 + 1]) }
    }

    // The examples of the specification, sections 4.3.5.1 to 4.3.5.6.
    @Test func `a point is written as the specification writes it`() {
        var layer = VectorTileLayer(name: "a")
        layer.begin(.points, id: 1)
        layer.point(TilePosition(x: 25, y: 17))
        #expect(layer.geometry == [9, 50, 34])
        layer.begin(.points, id: 2)
        layer.points(positions([5, 7, 3, 2]))
        #expect(layer.geometry == [17, 10, 14, 3, 9])
    }

    @Test func `lines are written as the specification writes them`() {
        var layer = VectorTileLayer(name: "a")
        layer.begin(.lines, id: 1)
        layer.line(positions([2, 2, 2, 10, 10, 10]))
        #expect(layer.geometry == [9, 4, 4, 18, 0, 16, 16, 0])
        layer.line(positions([1, 1, 3, 5]))
        #expect(layer.geometry == [9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8])
    }

    @Test func `polygons are written as the specification writes them`() {
        var layer = VectorTileLayer(name: "a")
        layer.begin(.polygons, id: 1)
        layer.ring(positions([3, 6, 8, 12, 20, 34]))
        #expect(layer.geometry == [9, 6, 12, 18, 10, 12, 24, 44, 15])
        layer.begin(.polygons, id: 1)
        layer.ring(positions([0, 0, 10, 0, 10, 10, 0, 10]))
        layer.ring(positions([11, 11, 20, 11, 20, 20, 11, 20]))
        layer.ring(positions([13, 13, 13, 17, 17, 17, 17, 13]))
        #expect(
            layer.geometry == [
                9, 0, 0, 26, 20, 0, 0, 20, 19, 0, 15, 9, 22, 2, 26, 18, 0, 0, 18, 17, 0, 15, 9, 4, 13, 26, 0,
                8, 8, 0, 0, 7, 15,
            ]
        )
    }

    // The example of section 4.4.2: keys and values stand once and are pointed at.
    @Test func `a tile is written byte by byte as the specification says`() {
        var layer = VectorTileLayer(name: "points")
        layer.begin(.points, id: 1)
        layer.tag("hello", .string("world"))
        layer.tag("h", .string("world"))
        layer.tag("count", .double(1.23))
        layer.point(TilePosition(x: 1_205, y: 1_540))
        layer.end()
        layer.begin(.points, id: 2)
        layer.tag("hello", .string("again"))
        layer.tag("count", .integer(2))
        layer.point(TilePosition(x: 1_205, y: 1_540))
        layer.end()
        var tile = VectorTile()
        tile.append(layer)
        let text = { (text: String) in Array(text.utf8) }
        var expected: [UInt8] = [0x1a, 103, 0x78, 2, 0x0a, 6] + text("points")
        expected += [
            0x12, 19, 0x08, 1, 0x12, 6, 0, 0, 1, 0, 2, 1, 0x18, 1, 0x22, 5, 9, 0xea, 0x12, 0x88, 0x18,
        ]
        expected += [0x12, 17, 0x08, 2, 0x12, 4, 0, 2, 2, 3, 0x18, 1, 0x22, 5, 9, 0xea, 0x12, 0x88, 0x18]
        expected += [0x1a, 5] + text("hello") + [0x1a, 1] + text("h") + [0x1a, 5] + text("count")
        expected += [0x22, 7, 0x0a, 5] + text("world")
        expected += [0x22, 9, 0x19, 0xae, 0x47, 0xe1, 0x7a, 0x14, 0xae, 0xf3, 0x3f]
        expected += [0x22, 7, 0x0a, 5] + text("again") + [0x22, 2, 0x28, 2]
        expected += [0x28, 0x80, 0x20]
        #expect(tile.bytes == expected)
    }

    @Test func `what is drawn nowhere is left out, and a tile with nothing has no bytes`() {
        var layer = VectorTileLayer(name: "a")
        layer.begin(.polygons, id: 1)
        layer.tag("b", .bool(true))
        layer.ring(positions([0, 0, 1, 1]))
        layer.line(positions([0, 0]))
        layer.points([])
        layer.end()
        #expect(layer.isEmpty)
        var tile = VectorTile()
        tile.append(layer)
        #expect(tile.bytes.isEmpty)
    }

    @Test func `an emptied layer starts anew`() {
        var layer = VectorTileLayer(name: "a")
        layer.begin(.points, id: 1)
        layer.tag("old", .integer(-7))
        layer.point(TilePosition(x: 1, y: 1))
        layer.end()
        layer.removeAll()
        layer.begin(.points, id: 2)
        layer.tag("new", .bool(true))
        layer.point(TilePosition(x: 3, y: 4))
        layer.end()
        var fresh = VectorTileLayer(name: "a")
        fresh.begin(.points, id: 2)
        fresh.tag("new", .bool(true))
        fresh.point(TilePosition(x: 3, y: 4))
        fresh.end()
        var (tile, other) = (VectorTile(), VectorTile())
        tile.append(layer)
        other.append(fresh)
        #expect(tile.bytes == other.bytes)
    }

    @Test func `what is written can be read back`() throws {
        var random = SeededGenerator(31)
        let axis = { (random: inout SeededGenerator) in
            let limit = Bool.random(using: &random) ? 4_160 : 1 << 40
            return Int.random(in: -limit...limit, using: &random)
        }
        for round in 0..<60 {
            var layer = VectorTileLayer(name: "żółte \(round)")
            var expected: [DecodedVectorTile.Feature] = []
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                let id = UInt64.random(in: 0..<1 << 53, using: &random)
                let kind = Int.random(in: 1...3, using: &random)
                layer.begin(try #require(VectorTileLayer.Kind(rawValue: UInt8(kind))), id: id)
                var properties: [String: DecodedVectorTile.Value] = [:]
                for key in ["a", "b", "ć"] where Bool.random(using: &random) {
                    let number = Int.random(in: -5...5, using: &random)
                    let value: (VectorTileValue, DecodedVectorTile.Value) =
                        switch Int.random(in: 0..<4, using: &random) {
                        case 0: (.integer(number), .integer(number))
                        case 1: (.string("\(number)"), .string("\(number)"))
                        case 2: (.double(Double(number) / 3), .double(Double(number) / 3))
                        default: (.bool(number > 0), .bool(number > 0))
                        }
                    layer.tag(key, value.0)
                    properties[key] = value.1
                }
                var paths: [[DecodedVectorTile.Point]] = []
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    let count = kind == 1 ? 1 : Int.random(in: 3...200, using: &random)
                    let path = (0..<count).map { _ in TilePosition(x: axis(&random), y: axis(&random)) }
                    switch kind {
                    case 1: layer.point(path[0])
                    case 2: layer.line(path)
                    default: layer.ring(path)
                    }
                    paths.append(path.map { DecodedVectorTile.Point(x: $0.x, y: $0.y) })
                }
                layer.end()
                expected.append(.init(id: id, kind: kind, properties: properties, paths: paths))
            }
            var tile = VectorTile()
            tile.append(layer)
            let read = try DecodedVectorTile(tile.bytes).layers
            #expect(read == [.init(name: "żółte \(round)", version: 2, extent: 4_096, features: expected)])
        }
    }
}
