import Geography
import TestSupport
import Testing

struct BoundsTests {
    @Test(arguments: [
        (20.0, 50.0, 19.0, 51.0), (19, 51, 20, 50), (.nan, 50, 20, 51), (19, 50, 181, 51), (19, -91, 20, 51),
    ])
    func `swapped or unearthly corners make no box`(west: Double, south: Double, east: Double, north: Double)
    {
        #expect(Bounds(west: west, south: south, east: east, north: north) == nil)
    }

    @Test func `the box around places contains them and nothing farther`() throws {
        let box = try #require(
            Bounds(enclosing: [coordinate(19.9, 50.1), coordinate(20, 50), coordinate(19.95, 50.2)])
        )
        #expect(box == Bounds(west: 19.9, south: 50, east: 20, north: 50.2))
        #expect(try box.contains(coordinate(19.9, 50.2)))
        #expect(try !box.contains(coordinate(19.899_999, 50.1)))
        #expect(Bounds(enclosing: []) == nil)
        #expect(try box.centre == coordinate(19.95, 50.1))
    }

    @Test func `boxes that touch intersect and join`() throws {
        let left = try #require(Bounds(west: 19, south: 50, east: 19.5, north: 50.5))
        let right = try #require(Bounds(west: 19.5, south: 50.5, east: 20, north: 51))
        let apart = try #require(Bounds(west: 19.500_001, south: 50, east: 20, north: 50.4))
        #expect(left.intersects(right))
        #expect(!left.intersects(apart))
        #expect(left.union(right) == Bounds(west: 19, south: 50, east: 20, north: 51))
    }

    @Test(arguments: [1.0, 50, 250, 5_000])
    func `a neighbourhood reaches its metres and little more`(metres: Double) throws {
        let projection = try Projection()
        var random = SeededGenerator(8)
        for _ in 0..<200 {
            let place = try random.cityCoordinate()
            let box = Bounds(around: place, metres: metres)
            #expect(box.contains(place))
            let east = try coordinate(box.east, place.latitude)
            let north = try coordinate(place.longitude, box.north)
            let middle = try projection.metres(of: place)
            for edge in try projection.metres(of: [east, north]) {
                // A microdegree of rounding and 2.5 % of caution.
                let reach = middle.distance(to: edge)
                #expect(reach >= metres && reach <= metres * 1.025 + 0.12)
            }
        }
    }

    @Test(arguments: [(0.0, 90.0), (0, -90), (180, 0), (-180, 85)])
    func `a neighbourhood at an end of the world stays on Earth`(longitude: Double, latitude: Double) throws {
        for metres in [0, 1, 1e6, 1e12, .infinity] {
            let box = Bounds(around: try coordinate(longitude, latitude), metres: metres)
            #expect(try box.contains(coordinate(longitude, latitude)))
            #expect((-180...180).contains(box.west) && (-180...180).contains(box.east))
        }
    }

    @Test func `at most four tiles cover a box, none of them deeper than it fits`() throws {
        var random = SeededGenerator(9)
        for _ in 0..<1_000 {
            let box = Bounds(
                around: try random.cityCoordinate(),
                metres: .random(in: 0...3_000, using: &random)
            )
            let tiles = box.coveringTiles
            #expect((1...4).contains(tiles.count))
            for _ in 0..<10 {
                let inside = try #require(
                    Coordinate(
                        longitudeMicros: .random(
                            in: box.southWest.longitudeMicros...box.northEast.longitudeMicros,
                            using: &random
                        ),
                        latitudeMicros: .random(
                            in: box.southWest.latitudeMicros...box.northEast.latitudeMicros,
                            using: &random
                        )
                    )
                )
                #expect(tiles.contains { $0.mortonRange.contains(MortonKey(inside).rawValue) })
            }
        }
    }
}
