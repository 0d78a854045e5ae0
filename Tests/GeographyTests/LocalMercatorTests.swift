import Geography
import TestSupport
import Testing

struct LocalMercatorTests {
    @Test(arguments: [0.0, 20, -35, 50, 70, -84])
    func `the coordinate that a cell within two kilometres was made of comes back`(latitude: Double) throws {
        var random = SeededGenerator(22)
        for _ in 0..<3_000 {
            let place = try coordinate(20, latitude + Double.random(in: -0.5...0.5, using: &random))
            let box = Bounds(around: place, metres: 2_000)
            let other = try coordinate(
                Double.random(in: box.west...box.east, using: &random),
                Double.random(in: box.south...box.north, using: &random)
            )
            let key = MortonKey(other)
            #expect(LocalMercator(around: place).coordinate(x: key.x, y: key.y) == other)
        }
    }

    @Test(arguments: [90.0, -90, 85.06])
    func `an end of the world makes no fault`(latitude: Double) throws {
        let place = try coordinate(180, latitude)
        for cell: UInt32 in [0, 1 << 30, 1 << 31 - 1] {
            let found = LocalMercator(around: place).coordinate(x: cell, y: cell)
            #expect((-90_000_000...90_000_000).contains(found.latitudeMicros))
        }
    }
}
