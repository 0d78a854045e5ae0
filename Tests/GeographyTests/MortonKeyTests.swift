import Geography
import TestSupport
import Testing

struct MortonKeyTests {
    @Test(arguments: [
        (UInt32(0), UInt32(0), Int64(0)), (1, 0, 1), (0, 1, 2), (1, 1, 3), (2, 0, 4), (0, 2, 8), (5, 3, 27),
        (.max >> 1, .max >> 1, 1 << 62 - 1), (.max >> 1, 0, 0x1555_5555_5555_5555),
    ])
    func `columns take the even bits and rows the odd ones`(x: UInt32, y: UInt32, number: Int64) throws {
        #expect(try #require(MortonKey(x: x, y: y)).rawValue == number)
    }

    @Test func `a key gives its column and row back`() throws {
        var random = SeededGenerator(2)
        for _ in 0..<20_000 {
            let x = UInt32.random(in: 0..<1 << 31, using: &random)
            let y = UInt32.random(in: 0..<1 << 31, using: &random)
            let key = try #require(MortonKey(x: x, y: y))
            #expect(key.x == x)
            #expect(key.y == y)
            #expect(MortonKey(rawValue: key.rawValue) == key)
        }
    }

    @Test func `a coordinate comes back from its key`() throws {
        var random = SeededGenerator(3)
        for _ in 0..<20_000 {
            let original = try random.worldCoordinate()
            #expect(MortonKey(original).coordinate == original)
        }
    }

    @Test(arguments: [(180.0, -90.0), (-180, 90), (0, 0), (180, 85.06), (-180, -85.06)])
    func `the ends of the world have keys in range`(longitude: Double, latitude: Double) throws {
        let key = MortonKey(try coordinate(longitude, latitude))
        #expect((0..<1 << 62).contains(key.rawValue))
    }

    @Test(arguments: [(-180.0, 90.0, UInt32(0), UInt32(0)), (180, -90, .max >> 1, .max >> 1)])
    func `the corners of the world are the corner cells`(
        longitude: Double,
        latitude: Double,
        x: UInt32,
        y: UInt32
    ) throws {
        let key = MortonKey(try coordinate(longitude, latitude))
        #expect(key.x == x)
        #expect(key.y == y)
    }

    @Test func `the middle of the world is the middle cell`() throws {
        let key = MortonKey(try coordinate(0, 0))
        #expect(key.x == 1 << 30)
        // One step of rounding to the north is allowed: the equator is exactly between two rows.
        #expect((1 << 30) - 1...(1 << 30) ~= key.y)
    }

    @Test func `a column or row of 2^31 has no key`() {
        #expect(MortonKey(x: 1 << 31, y: 0) == nil)
        #expect(MortonKey(x: 0, y: 1 << 31) == nil)
        #expect(MortonKey(rawValue: -1) == nil)
        #expect(MortonKey(rawValue: 1 << 62) == nil)
    }

    @Test func `going east or south never lowers the column or row`() throws {
        var random = SeededGenerator(4)
        for _ in 0..<20_000 {
            let place = try random.cityCoordinate()
            let southEast = try #require(
                Coordinate(
                    longitudeMicros: place.longitudeMicros + 1,
                    latitudeMicros: place.latitudeMicros - 1
                )
            )
            #expect(MortonKey(southEast).x > MortonKey(place).x)
            #expect(MortonKey(southEast).y > MortonKey(place).y)
        }
    }
}
