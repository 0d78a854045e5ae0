import Geography
import TestSupport
import Testing

struct TileTests {
    @Test(arguments: [
        (-1, 0, 0), (23, 0, 0), (0, 1, 0), (0, 0, 1), (3, 8, 0), (3, 0, 8), (3, -1, 0), (3, 0, -1),
        (.max, 0, 0), (.min, 0, 0), (22, .max, 0),
    ])
    func `numbers outside of the scheme make no tile`(zoom: Int, x: Int, y: Int) {
        #expect(Tile(zoom: zoom, x: x, y: y) == nil)
    }

    // The Main Square's column is (19.937222 + 180) / 360 * 2^z; rows by the usual formula, worked out apart.
    @Test(arguments: [(0, 0, 0), (10, 568, 347), (13, 4549, 2776), (18, 145_589, 88_834)])
    func `the Main Square of Kraków is in the tile that other maps show it in`(
        zoom: Int,
        x: Int,
        y: Int
    ) throws {
        let tile = Tile(containing: try coordinate(19.937_222, 50.061_667), zoom: zoom)
        #expect(tile == Tile(zoom: zoom, x: x, y: y))
    }

    @Test func `a tile's key range and bounds hold exactly its coordinates`() throws {
        var random = SeededGenerator(5)
        for _ in 0..<4_000 {
            let zoom = Int.random(in: Tile.zooms, using: &random)
            let place = try random.worldCoordinate()
            let tile = try #require(Tile(containing: place, zoom: zoom))
            #expect(tile.mortonRange.contains(MortonKey(place).rawValue))
            #expect(tile.bounds.contains(place))
            for corner in [tile.bounds.southWest, tile.bounds.northEast] {
                #expect(Tile(containing: corner, zoom: zoom) == tile)
            }
            let outside = [
                Coordinate(
                    longitudeMicros: tile.bounds.southWest.longitudeMicros - 1,
                    latitudeMicros: place.latitudeMicros
                ),
                Coordinate(
                    longitudeMicros: tile.bounds.northEast.longitudeMicros + 1,
                    latitudeMicros: place.latitudeMicros
                ),
                Coordinate(
                    longitudeMicros: place.longitudeMicros,
                    latitudeMicros: tile.bounds.southWest.latitudeMicros - 1
                ),
                Coordinate(
                    longitudeMicros: place.longitudeMicros,
                    latitudeMicros: tile.bounds.northEast.latitudeMicros + 1
                ),
            ]
            for case let neighbour? in outside {
                #expect(Tile(containing: neighbour, zoom: zoom) != tile)
                #expect(!tile.mortonRange.contains(MortonKey(neighbour).rawValue))
            }
        }
    }

    @Test func `children share out their parent's range in order`() throws {
        var random = SeededGenerator(6)
        for _ in 0..<2_000 {
            let zoom = Int.random(in: 0..<22, using: &random)
            let tile = try #require(Tile(containing: try random.worldCoordinate(), zoom: zoom))
            var next = tile.mortonRange.lowerBound
            for child in tile.children {
                #expect(child.parent == tile)
                #expect(child.mortonRange.lowerBound == next)
                next = child.mortonRange.upperBound
            }
            #expect(next == tile.mortonRange.upperBound)
        }
    }

    @Test func `the world has no parent and the deepest tile no children`() throws {
        #expect(try #require(Tile(zoom: 0, x: 0, y: 0)).parent == nil)
        #expect(try #require(Tile(zoom: 22, x: 1, y: 1)).children.isEmpty)
        #expect(Tile(zoom: 0, x: 0, y: 0)?.mortonRange == 0..<1 << 62)
        #expect(Tile(zoom: 0, x: 0, y: 0)?.bounds == Bounds(west: -180, south: -90, east: 180, north: 90))
    }

    @Test func `a place's position is within its tile and beyond the edges of others`() throws {
        var random = SeededGenerator(7)
        for _ in 0..<4_000 {
            let zoom = Int.random(in: 1...22, using: &random)
            let place = try random.cityCoordinate()
            let tile = try #require(Tile(containing: place, zoom: zoom))
            let inside = tile.position(of: place, extent: 4_096)
            #expect((0..<4_096).contains(inside.x) && (0..<4_096).contains(inside.y))
            let west = try #require(Tile(zoom: zoom, x: tile.x - 1, y: tile.y))
            #expect(west.position(of: place, extent: 4_096) == TilePosition(x: inside.x + 4_096, y: inside.y))
            let south = try #require(Tile(zoom: zoom, x: tile.x, y: tile.y + 1))
            #expect(south.position(of: place, extent: 256).y < 0)
        }
    }
}
