import Formats
import Geography
import PostgreSQL
import Reports
import TestSupport
import Testing

@testable import Ledger

struct FeatureTests {
    @Test(.timeLimit(.minutes(5)))
    func `every list of features holds exactly what a plain look at all rows finds, each once`() async throws
    {
        try await withLedger("feature_filters") { ledger, database, _ in
            var random = SeededGenerator(7)
            var listed = ListedReports()
            listed.add(4_000, using: &random)
            try await ListedReports.write(listed.rows[...], to: database)
            for round in 0..<150 {
                let filter = Self.filter(using: &random)
                let expected = listed.numbers(of: filter, texts: [])
                let limit = [4_001, 500, 97, 13].randomElement(using: &random) ?? 50
                // With a short reach a box is left for the order of time, or its end is not known beforehand.
                let reach = [10_000, 700, 20].randomElement(using: &random) ?? 50
                let found = try await ledger.features(of: filter, limit: limit, reach: reach)
                #expect(found.numbers.sorted() == expected.sorted(), "\(round) \(filter)")
                if filter.box == nil { #expect(found.numbers == expected) }
                if let matched = found.matched { #expect(matched == expected.count, "\(filter)") }
                if reach == 10_000, limit <= Ledger.countedPage { #expect(found.matched != nil) }
                if found.numbers.sorted() != expected.sorted() { return }
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `reports at one place are told page by page all the same`() async throws {
        try await withLedger("feature_place") { ledger, database, _ in
            var random = SeededGenerator(8)
            var listed = ListedReports()
            listed.add(60, using: &random)
            try await ListedReports.write(listed.rows[...], to: database)
            try await database.write { session in
                _ = try session.execute(
                    "UPDATE report SET lon = 19.93, lat = 50.06, morton = 4611686018427387903"
                )
            }
            var filter = ReportFilter(for: .staff(unit: nil))
            filter.box = DegreeBox(west: -180, south: -90, east: 180, north: 90)
            let found = try await ledger.features(of: filter, limit: 7, reach: 50)
            #expect(Set(found.numbers).count == 60 && found.numbers.count == 60)
        }
    }

    @Test func `places of a list have one spelling each, and others are none`() throws {
        var random = SeededGenerator(9)
        for _ in 0..<200 {
            let morton = try #require(MortonKey(rawValue: Int64(random.next() >> 2)))
            let key = PlaceKey(morton: morton, id: ReportIdentifier(high: random.next(), low: random.next()))
            #expect(FeatureKey(parsing: key.description) == .place(key))
            #expect(PageKey(parsing: key.description) == nil)
            var changed = Array(key.description)
            changed[Int.random(in: changed.indices, using: &random)] = "-"
            if String(changed) != key.description { #expect(FeatureKey(parsing: String(changed)) == nil) }
        }
        for text in ["", "x", String(repeating: "A", count: 39), String(repeating: "A", count: 4_000)] {
            #expect(FeatureKey(parsing: text) == nil)
        }
    }

    @Test func `the ranges of a box hold every place in it, and little besides`() throws {
        var random = SeededGenerator(10)
        for _ in 0..<200 {
            let sizes: [Double] = [0.000_1, 0.01, 0.2, 5]
            let size = sizes.randomElement(using: &random) ?? 1
            let west = Double.random(in: 19...20, using: &random)
            let south = Double.random(in: 49...51, using: &random)
            let box = try #require(
                DegreeBox(west: west, south: south, east: west + size, north: south + size)
            )
            let ranges = MortonCover(box).ranges
            #expect(!ranges.isEmpty && ranges.count <= 64)
            #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
            for _ in 0..<50 {
                let place = try #require(
                    Coordinate(
                        longitude: Double.random(in: west...(west + size), using: &random),
                        latitude: Double.random(in: south...(south + size), using: &random)
                    )
                )
                let key = MortonKey(place).rawValue
                #expect(!box.contains(place) || ranges.contains { $0.contains(key) })
            }
        }
    }

    @Test func `a box over the 180th meridian is two`() throws {
        let box = try #require(DegreeBox(west: 170, south: -10, east: -170, north: 10))
        let ranges = MortonCover(box).ranges
        for longitude in [170.0, 179.9, -179.9, -170] {
            let key = MortonKey(try #require(Coordinate(longitude: longitude, latitude: 3))).rawValue
            #expect(ranges.contains { $0.contains(key) })
        }
        let far = MortonKey(try #require(Coordinate(longitude: 0, latitude: 3))).rawValue
        #expect(!ranges.contains { $0.contains(far) })
    }

    private static func filter(using random: inout SeededGenerator) -> ReportFilter {
        var filter = ListTests.filter(using: &random)
        if Int.random(in: 0..<3, using: &random) == 0 {
            filter.audience = .unit("ZZM", withheld: ["order.homeless"])
        }
        filter.bounds = nil
        guard Int.random(in: 0..<4, using: &random) > 0 else { return filter }
        let sizes: [Double] = [0.000_5, 0.004, 0.03, 0.3]
        let size = sizes.randomElement(using: &random) ?? 1
        let west = Double.random(in: 19.89...19.96, using: &random)
        let south = Double.random(in: 50.02...50.08, using: &random)
        filter.box = DegreeBox(west: west, south: south, east: west + size, north: south + size)
        if Int.random(in: 0..<8, using: &random) == 0 {
            filter.box = DegreeBox(west: west, south: south, east: -170, north: south + size)
        }
        return filter
    }
}

/// A list that was walked to its end.
private struct WalkedFeatures {
    var numbers: [String] = []
    var matched: Int?
}

extension Ledger {
    fileprivate func features(of filter: ReportFilter, limit: Int, reach: Int) async throws -> WalkedFeatures
    {
        var walked = WalkedFeatures()
        var key: FeatureKey?
        repeat {
            let page = try await features(of: filter, after: key, limit: limit, reach: reach)
            if key == nil { walked.matched = page.matched }
            switch page.found {
            case .lines(let lines): walked.numbers += lines.map(\.number)
            case .places(let places):
                let lines = try await lines(of: places, for: filter.audience)
                #expect(lines.map(\.place) == places)
                walked.numbers += lines.map(\.number)
            }
            // By way of its text, as a client brings it back.
            key = page.next.flatMap { FeatureKey(parsing: $0.description) }
        } while key != nil
        return walked
    }
}
