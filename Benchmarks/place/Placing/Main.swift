import Formats
import Geography
import Glibc
import Territory

/// Measures placing on one core: `placing CITY-FOLDER POINTS-FILE ROUNDS`; prints name, rate and a checksum.
@main
struct Placing {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let rounds = Int(arguments[3]) else {
            print("usage: placing CITY-FOLDER POINTS-FILE ROUNDS")
            exit(64)
        }
        let documents = try CityFolder.documents(arguments[1])
        let points = PointFile.read(arguments[2])
        let day = Timestamp.now.date
        let start = ContinuousClock.now
        let territory = try Territory(
            CityAreas(documents),
            tolerance: Tolerance(gap: 30, outside: 10),
            readyFor: day
        )
        let loaded = ContinuousClock.now - start
        let layout = try territory.layout(on: day)
        print("loading_ms\t\(loaded / .milliseconds(1))")
        print("grid_bytes\t\(layout.gridBytes)")
        var checksum = 0
        for _ in 0..<rounds {
            let start = ContinuousClock.now
            checksum = 0
            for point in points { checksum &+= Int(try layout.number(at: point)) }
            print(
                "ours\t\(Double(points.count) / ((ContinuousClock.now - start) / .seconds(1)))\t\(checksum)"
            )
        }
        var differing = 0
        let began = ContinuousClock.now
        for point in points where try layout.number(at: point) != layout.surveyedNumber(at: point) {
            differing += 1
        }
        print("geos_through_us\t\(Double(points.count) / ((ContinuousClock.now - began) / .seconds(1)))")
        print("differing\t\(differing)")
        print("asked_geos\t\(layout.surveyed(of: points))")
    }
}
