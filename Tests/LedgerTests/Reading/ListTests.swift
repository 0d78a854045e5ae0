import Formats
import Geography
import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

struct ListTests {
    /// A search, and the texts that it must find.
    static let searches: [(String, Set<Int>)] = [
        ("dziura", [0]), ("DLUGIEJ ul", [0]), ("latar", [1, 4]), ("latarnia świeci", [1]), ("swieci", [1]),
        ("gesla JAZN", [2]), ("smieci", [3]), ("wysypisko śmie", [3]), ("12a 3", [4]), ("12a/3", [4]),
        ("os.", [4]),
        ("o", []), ("w", [0]), ("lodz osmy", [5]), ("example", [6]), ("tajne", []), ("dziura latarnia", []),
        ("ulica", []), ("w4", []), ("'w4:1' | 'x'", []), ("c:road", []),
    ]

    @Test(.timeLimit(.minutes(5)))
    func `every list holds exactly what a plain look at all rows finds, in its order`() async throws {
        try await withLedger("list_filters") { ledger, database, _ in
            var random = SeededGenerator(4)
            var listed = ListedReports()
            listed.add(6_000, using: &random)
            try await ListedReports.write(listed.rows[...], to: database)
            for round in 0..<150 {
                let search = round % 3 == 0 ? Self.searches[round / 3 % Self.searches.count] : nil
                var filter = Self.filter(using: &random)
                filter.text = search.flatMap { SearchText($0.0) }
                let expected = listed.numbers(of: filter, texts: search?.1 ?? [])
                let limit = [500, 97, 13].randomElement(using: &random) ?? 50
                let found = try await ledger.numbers(of: filter, limit: expected.count > 400 ? 500 : limit)
                #expect(found == expected, "\(filter)")
                if found != expected { return }
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a search finds words by their beginnings, without regard to case and diacritics`() async throws {
        try await withLedger("list_search") { ledger, database, _ in
            var random = SeededGenerator(5)
            var listed = ListedReports()
            listed.add(300, using: &random)
            try await ListedReports.write(listed.rows[...], to: database)
            for (text, texts) in Self.searches {
                var filter = ReportFilter(for: .staff(unit: nil))
                filter.text = SearchText(text)
                #expect(filter.text != nil)
                let found = try await ledger.numbers(of: filter, limit: 500)
                let expected = listed.numbers(of: filter, texts: texts)
                #expect(found == expected, "\(text)")
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a walk through a list shows each report once while new ones arrive`() async throws {
        try await withLedger("list_arrivals") { ledger, database, _ in
            var random = SeededGenerator(6)
            var listed = ListedReports()
            listed.add(1_000, using: &random)
            try await ListedReports.write(listed.rows[...], to: database)
            var filter = ReportFilter(for: .staff(unit: nil))
            filter.categories = ["road.pothole"]
            let expected = listed.numbers(of: filter, texts: [])
            var numbers: [String] = []
            var key: PageKey?
            repeat {
                let page = try await ledger.page(of: filter, after: key, limit: 7)
                numbers += page.reports.map(\.number.description)
                key = page.next
                _ = try await ledger.take(.pothole(created: .now))
            } while key != nil
            #expect(numbers == expected)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `an audience of one unit sees nothing of another's`() async throws {
        try await withLedger("list_units") { ledger, _, _ in
            _ = try await ledger.take(.pothole())
            var filter = ReportFilter(for: .staff(unit: "MPO"))
            let others = try await ledger.page(of: filter)
            filter.units = ["ZDMK"]
            let asked = try await ledger.page(of: filter)
            filter.audience = .staff(unit: "ZDMK")
            let own = try await ledger.page(of: filter)
            #expect(others.reports.isEmpty && asked.reports.isEmpty && own.reports.count == 1)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `codes that nobody can have are nobody's`() async throws {
        try await withLedger("list_codes") { ledger, _, _ in
            _ = try await ledger.take(.pothole())
            for code in ["a\0b", String(repeating: "x", count: 4_000), "'", "\\", "') | ('"] {
                var filter = ReportFilter(for: .staff(unit: nil))
                filter.categories = [code]
                let page = try await ledger.page(of: filter)
                #expect(page.reports.isEmpty && page.next == nil)
            }
        }
    }

    static func filter(using random: inout SeededGenerator) -> ReportFilter {
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
        func some<Value>(_ values: [Value]) -> [Value] {
            Array(values.shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random)))
        }
        let audiences: [Audience] = [
            .everyone(withheld: []), .everyone(withheld: ["order.homeless", "green.tree"]), .staff(unit: nil),
            .staff(unit: "ZZM"),
        ]
        var filter = ReportFilter(for: audiences.randomElement(using: &random) ?? .staff(unit: nil))
        if chance(40) { filter.statuses = Set(some(ReportStatus.allCases)) }
        if chance(40) { filter.categories = some(ListedReports.categories) }
        if chance(30) { filter.kinds = Set(some(ReportKind.allCases)) }
        if chance(30) { filter.units = some(ListedReports.units) }
        if chance(30) { filter.districts = some(ListedReports.districts) }
        if chance(20) { filter.wordless = some(ListedReports.categories) }
        if chance(30) {
            let west = Double.random(in: 19.89...19.96, using: &random)
            let south = Double.random(in: 50.02...50.08, using: &random)
            let sizes: [Double] = [0.000_5, 0.004, 0.03, 0.3]
            let size = sizes.randomElement(using: &random) ?? 1
            filter.bounds = Bounds(west: west, south: south, east: west + size, north: south + size)
        }
        if chance(20) {
            filter.from = Timestamp(
                seconds: 1_640_995_200 + Int64.random(in: 0..<126_230_400, using: &random)
            )
        }
        if chance(20) {
            filter.until = Timestamp(
                seconds: 1_640_995_200 + Int64.random(in: 0..<126_230_400, using: &random)
            )
        }
        return filter
    }
}
