import Formats
package import Geography
import Reports

/// Where a city lies and what it forgives, as far as `city.json` says so.
package struct CityExtent: Sendable {
    /// How far around the city's own box its layers may lie.
    private static let margin = 20_000.0
    private static let standardGap = 30.0

    /// The box in which every feature of a layer must have a part.
    package let region: Bounds
    /// How far from a district a place in a gap between districts still resolves, in metres.
    package let gap: Double

    /// Reads `city.json`; what it doesn't say is taken from the grid's area of use and the standards.
    package init(_ bytes: [UInt8]?) {
        let document = bytes.flatMap { try? CityDocument(parsing: $0, name: "city") }
        let numbers = document?.object["bounds"]?.arrayValue?.compactMap { $0.numberValue?.double } ?? []
        let box =
            numbers.count == 4
            ? Bounds(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3]) : nil
        region = box.map(CityExtent.widened) ?? ReferenceSystem.poland2000Area
        let tolerance = try? document?.partIfAny("tolerance")
        gap = (try? tolerance?.numberIfAny("gap_m", in: 0...500)) ?? CityExtent.standardGap
    }

    private static func widened(_ box: Bounds) -> Bounds {
        Bounds(around: box.southWest, metres: margin).union(Bounds(around: box.northEast, metres: margin))
    }
}
