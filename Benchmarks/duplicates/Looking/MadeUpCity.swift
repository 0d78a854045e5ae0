import Formats
import Geography
import Glibc
import Reports

/// Reports of three years in Kraków's box, most of them about few places and few categories.
struct MadeUpCity {
    private static let end: Int64 = 1_780_000_000
    private static let categories = (0..<46).map { "category.\($0)" }
    private var random: Lottery
    /// Places about which reports lie, the first of which have most.
    private var centres: [(longitude: Double, latitude: Double)] = []

    init(seed: UInt64) {
        random = Lottery(seed: seed)
        for _ in 0..<3_000 {
            centres.append((19.79 + random.next() * 0.43, 49.97 + random.next() * 0.16))
        }
    }

    /// The next report; nil if it lies nowhere.
    mutating func mark(serial: Int) -> ReportMark? {
        // The share of the nth place falls as the cube root of 1/n, that of the nth category as 1/n, nearly.
        let centre = centres[min(Int(pow(random.next(), 1.5) * Double(centres.count)), centres.count - 1)]
        let created = MadeUpCity.end - Int64(random.next() * 3 * 365 * 86_400)
        let isClosed = random.next() < 0.94
        let closed = min(created + Int64(random.next() * 30 * 86_400), MadeUpCity.end)
        guard
            let number = ReportNumber(
                prefix: "KCK",
                year: CivilDate(daysSince1970: created / 86_400).components.year,
                serial: serial
            ),
            let coordinate = Coordinate(
                longitude: centre.longitude + spread() * 0.006,
                latitude: centre.latitude + spread() * 0.004
            )
        else { return nil }
        return ReportMark(
            id: ReportIdentifier(high: UInt64(serial), low: 0),
            number: number,
            coordinate: coordinate,
            kind: .intervention,
            category: MadeUpCity.categories[rank(below: MadeUpCity.categories.count)],
            status: isClosed ? .resolved : .received,
            unit: "UNIT\(random.choice(below: 16))",
            district: "\(random.choice(below: 18))",
            created: Timestamp(seconds: created),
            closed: isClosed ? Timestamp(seconds: closed) : nil,
            supporters: random.choice(below: 4),
            version: 1
        )
    }

    private mutating func rank(below count: Int) -> Int {
        min(Int(exp(random.next() * log(Double(count)))) - 1, count - 1)
    }

    /// Around 0, mostly near.
    private mutating func spread() -> Double {
        random.next() + random.next() + random.next() - 1.5
    }
}
