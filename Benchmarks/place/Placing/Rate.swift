import Geography

/// Prints how many points a second one thread asks, for each time that it asks all of them.
func tellRate(
    _ name: String,
    of points: [Coordinate],
    times: Int,
    _ ask: (Coordinate) throws -> Int
) rethrows {
    for _ in 0..<times {
        let start = ContinuousClock.now
        var sum = 0
        for point in points { sum &+= try ask(point) }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        print("\(name)\t\(Double(points.count) / seconds)")
        // Printed, so that nothing that was asked for can be left out.
        print("sum\t\(sum)")
    }
}
