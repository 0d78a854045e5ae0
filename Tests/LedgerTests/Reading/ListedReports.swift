import Formats
import Geography
import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

/// Made-up rows of a ledger, and the plainest way to filter them.
struct ListedReports {
    static let categories = [
        "road.pothole", "road.light", "green.tree", "waste.dump", "order.homeless", "it's \\",
    ]
    static let units = ["ZDMK", "ZZM", "MPO"]
    static let districts = ["I", "II", "XVIII"]
    static let texts = [
        "Dziura w jezdni przy ul. Długiej", "LATARNIA nie świeci", "Zażółć gęślą jaźń",
        "Dzikie wysypisko-śmieci",
        "Latarnie na os. Złotego Wieku 12a/3", "Łódź, Ósmy", "a@example.org",
    ]

    /// One row as the naive filter sees it.
    struct Row {
        let number: String
        let id: UUIDBytes
        let kind: ReportKind
        let category: String
        let status: ReportStatus
        let unit: String
        let district: String
        let coordinate: Coordinate
        let created: Timestamp
        let updated: Timestamp
        let isHidden: Bool
        let text: Int
    }

    var rows: [Row] = []

    /// Draws rows over four years; several share their moment.
    mutating func add(_ count: Int, using random: inout SeededGenerator) {
        for _ in 0..<count {
            let second = 1_640_995_200 + Int64.random(in: 0..<126_230_400, using: &random) / 600 * 600
            let kind = ReportKind.allCases.randomElement(using: &random) ?? .idea
            let coordinate = Coordinate(
                longitudeMicros: Int32.random(in: 19_900_000...19_960_000, using: &random),
                latitudeMicros: Int32.random(in: 50_030_000...50_080_000, using: &random)
            )
            guard let coordinate else { continue }
            rows.append(
                Row(
                    number: "KCK-2026-\(100_000 + rows.count)",
                    id: UUIDBytes(high: random.next(), low: random.next()),
                    kind: kind,
                    category: Self.categories.randomElement(using: &random) ?? "",
                    status: ReportStatus.allCases.randomElement(using: &random) ?? .received,
                    unit: Self.units.randomElement(using: &random) ?? "",
                    district: Self.districts.randomElement(using: &random) ?? "",
                    coordinate: coordinate,
                    created: Timestamp(seconds: second),
                    updated: Timestamp(
                        seconds: second + Int64.random(in: 0..<20_000_000, using: &random) / 600 * 600
                    ),
                    isHidden: Int.random(in: 0..<20, using: &random) == 0,
                    text: Int.random(in: 0..<Self.texts.count, using: &random)
                )
            )
        }
    }

    /// Writes rows as they are, the first text masked in what the public reads.
    static func write(_ rows: ArraySlice<Row>, to database: Database) async throws {
        let rows = Array(rows)
        try await database.write { session in
            for row in rows {
                try session.execute(
                    """
                    INSERT INTO report (id, number, kind, category, status, description, public_description, address, lon, lat,
                        east, north, morton, district, unit, created_at, updated_at, hidden)
                    VALUES (\(row.id), \(row.number), \(row.kind.rawValue), \(row.category), \(row.status.rawValue),
                        \("Tajne nazwisko. " + Self.texts[row.text]), \(Self.texts[row.text]), \(String?.none),
                        \(row.coordinate.longitude), \(row.coordinate.latitude), 0, 0, \(MortonKey(row.coordinate).rawValue),
                        \(row.district), \(row.unit), \(row.created), \(row.updated), \(row.isHidden))
                    """
                )
            }
        }
    }

    /// The numbers that a list must show, in its order; `texts` are those that its words are in.
    func numbers(of filter: ReportFilter, texts: Set<Int>) -> [String] {
        rows.filter { row in
            let isMeant =
                (filter.statuses?.contains(row.status) ?? true) && (filter.kinds?.contains(row.kind) ?? true)
                && (filter.categories.isEmpty || filter.categories.contains(row.category))
                && (filter.units.isEmpty || filter.units.contains(row.unit))
                && (filter.districts.isEmpty || filter.districts.contains(row.district))
            let isThere =
                (filter.bounds?.contains(row.coordinate) ?? true)
                && (filter.box?.contains(row.coordinate) ?? true)
                && (filter.from.map { row.created >= $0 } ?? true)
                && (filter.until.map { row.created < $0 } ?? true)
                && (filter.updatedFrom.map { row.updated >= $0 } ?? true)
                && (filter.updatedUntil.map { row.updated < $0 } ?? true)
                && (filter.near.map { $0.centre.distance(to: row.coordinate) <= $0.metres } ?? true)
            return isMeant && isThere && (filter.text == nil || texts.contains(row.text))
                && isShown(row, filter)
        }
        .sorted { left, right in
            let isByUpdate = filter.updatedFrom != nil || filter.updatedUntil != nil
            let moments = isByUpdate ? (left.updated, right.updated) : (left.created, right.created)
            return (moments.0, left.id.high, left.id.low) > (moments.1, right.id.high, right.id.low)
        }
        .map(\.number)
    }

    private func isShown(_ row: Row, _ filter: ReportFilter) -> Bool {
        switch filter.audience {
        case .staff(let unit): unit == nil || unit == row.unit
        case .desk(let unit): unit == row.unit
        case .everyone(let withheld):
            isPublic(row, withheld: withheld)
                && (filter.text == nil || !filter.wordless.contains(row.category))
        case .unit(let unit, let withheld): row.unit == unit || isPublic(row, withheld: withheld)
        }
    }

    private func isPublic(_ row: Row, withheld: [String]) -> Bool {
        !row.isHidden && row.status.isShown(of: row.kind) && !withheld.contains(row.category)
    }
}

extension ReportStatus {
    fileprivate func isShown(of kind: ReportKind) -> Bool {
        self != .withdrawn && !(self == .rejected && kind != .idea)
    }
}

extension Ledger {
    /// Walks a list to its end.
    func numbers(of filter: ReportFilter, limit: Int) async throws -> [String] {
        var numbers: [String] = []
        var key: PageKey?
        repeat {
            let page = try await page(of: filter, after: key, limit: limit)
            numbers += page.reports.map(\.number.description)
            // By way of its text, as a client brings it back.
            key = page.next.flatMap { PageKey(parsing: $0.description) }
        } while key != nil
        return numbers
    }
}
