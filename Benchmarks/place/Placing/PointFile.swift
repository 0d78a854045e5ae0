import Geography

/// Points in two files of one order: `<name>.wgs84` for us, `<name>.metres` for those who need not project.
enum PointFile {
    /// Reads pairs of 32-bit microdegrees, longitude first.
    static func read(_ path: String) throws -> [Coordinate] {
        let bytes = try File.read(path)
        guard bytes.count.isMultiple(of: 8) else { throw Failure("\(path) is no file of points") }
        return try stride(from: 0, to: bytes.count, by: 8).map { offset in
            guard
                let point = Coordinate(
                    longitudeMicros: bytes.number(at: offset),
                    latitudeMicros: bytes.number(at: offset + 4)
                )
            else { throw Failure("\(path) holds a point that is not on Earth") }
            return point
        }
    }

    /// Writes the points as microdegrees and as pairs of doubles in EPSG:2178, easting first.
    static func write(_ points: [Coordinate], to path: String) throws {
        let projection = try Projection()
        var degrees: [UInt8] = []
        var metres: [UInt8] = []
        for point in points {
            degrees.append(number: point.longitudeMicros)
            degrees.append(number: point.latitudeMicros)
            let place = try projection.metres(of: point)
            metres.append(number: place.x.bitPattern)
            metres.append(number: place.y.bitPattern)
        }
        try File.write(degrees, to: path + ".wgs84")
        try File.write(metres, to: path + ".metres")
    }
}
