import Formats
import Geography
import Reports

/// Reports at random places in Kraków's box, the same for the same seed.
struct Points {
    static let bounds = (west: 19.79, south: 49.97, east: 20.22, north: 50.13)
    private static let categories = (0..<46).map { "category.\($0)" }
    private static let units = (0..<16).map { "UNIT\($0)" }
    private static let districts = (1...18).map { "\($0)" }
    /// The day on whose evening everything has happened, in seconds since 1970.
    static let end: Int64 = 1_780_000_000

    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// The next number between 0 and 1.
    mutating func next() -> Double {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Double(state >> 11) / 9_007_199_254_740_992
    }

    mutating func choice(below count: Int) -> Int { Int(next() * Double(count)) }

    /// Nine of ten are closed, as in a city that has used the service for years: some 1 % within the last 30 days.
    mutating func mark(serial: Int) -> ReportMark? {
        let longitude = Points.bounds.west + next() * (Points.bounds.east - Points.bounds.west)
        let latitude = Points.bounds.south + next() * (Points.bounds.north - Points.bounds.south)
        let created = Points.end - Int64(next() * 10 * 365 * 86_400)
        let isClosed = next() < 0.95
        let closed = min(created + Int64(next() * 30 * 86_400), Points.end)
        guard
            let number = ReportNumber(
                prefix: "KCK",
                year: CivilDate(daysSince1970: created / 86_400).components.year,
                serial: serial + 1
            ),
            let coordinate = Coordinate(longitude: longitude, latitude: latitude)
        else { return nil }
        return ReportMark(
            id: ReportIdentifier(high: UInt64(serial), low: 0),
            number: number,
            coordinate: coordinate,
            kind: .intervention,
            category: Points.categories[choice(below: Points.categories.count)],
            status: isClosed ? .resolved : next() < 0.5 ? .received : .assigned,
            unit: Points.units[choice(below: Points.units.count)],
            district: Points.districts[choice(below: Points.districts.count)],
            created: Timestamp(seconds: created),
            closed: isClosed ? Timestamp(seconds: closed) : nil,
            supporters: choice(below: 4),
            version: 1
        )
    }

    /// A tile of a zoom somewhere in the box.
    mutating func tile(zoom: Int) -> Tile? {
        let longitude = Points.bounds.west + next() * (Points.bounds.east - Points.bounds.west)
        let latitude = Points.bounds.south + next() * (Points.bounds.north - Points.bounds.south)
        return Coordinate(longitude: longitude, latitude: latitude).flatMap {
            Tile(containing: $0, zoom: zoom)
        }
    }
}
