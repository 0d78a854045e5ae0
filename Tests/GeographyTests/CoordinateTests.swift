import Geography
import TestSupport
import Testing

struct CoordinateTests {
    @Test(arguments: [
        (Double.nan, 50.0), (19.9, .nan), (.infinity, 50), (19.9, -.infinity), (180.000_001, 50),
        (-180.000_001, 50), (19.9, 90.000_001), (19.9, -90.000_001), (1e300, 1e300),
    ])
    func `a number that isn't on Earth makes no coordinate`(longitude: Double, latitude: Double) {
        #expect(Coordinate(longitude: longitude, latitude: latitude) == nil)
    }

    @Test(arguments: [
        (19.937_222_4, 50.061_667_5, Int32(19_937_222), Int32(50_061_668)),
        (-0.000_000_4, 0.000_000_5, 0, 1),
        (180, 90, 180_000_000, 90_000_000),
        (-180, -90, -180_000_000, -90_000_000),
    ])
    func `degrees are rounded to six decimals`(
        longitude: Double,
        latitude: Double,
        longitudeMicros: Int32,
        latitudeMicros: Int32
    ) throws {
        let rounded = try coordinate(longitude, latitude)
        #expect(rounded.longitudeMicros == longitudeMicros)
        #expect(rounded.latitudeMicros == latitudeMicros)
    }

    @Test(arguments: [
        (Int32.max, Int32(0)), (.min, 0), (0, .max), (0, .min), (180_000_001, 0), (0, -90_000_001),
    ])
    func `microdegrees that aren't on Earth make no coordinate`(longitude: Int32, latitude: Int32) {
        #expect(Coordinate(longitudeMicros: longitude, latitudeMicros: latitude) == nil)
    }

    @Test func `degrees of a coordinate make the same coordinate`() throws {
        var random = SeededGenerator(1)
        for _ in 0..<20_000 {
            let original = try random.worldCoordinate()
            #expect(try coordinate(original.longitude, original.latitude) == original)
        }
    }
}
