import Formats
import Geography
import Ledger
import PostgreSQL
import Reports
import Territory

/// Writes made-up reports in transactions of a thousand, so that nobody who follows the feed has to wait for it.
struct SeedWriter {
    private static let batch = 1_000

    private let database: Database
    private let bulk: BulkLedger
    private let units: [String: String]
    private var random: SeedRandom

    init(_ database: Database, city: CityData, seed: UInt64) {
        self.database = database
        bulk = BulkLedger(database, numberPrefix: city.profile.numberPrefix)
        units = Dictionary(uniqueKeysWithValues: city.catalogue.categories.map { ($0.code, $0.unit) })
        random = SeedRandom(seed, stream: 1_000, 0)
    }

    /// Writes all of them and returns how many there were.
    mutating func write(_ reports: some Sequence<SeedReport>) async throws -> Int {
        let projection = try Projection()
        var count = 0
        var batch: [SeedReport] = []
        for report in reports {
            if let first = batch.first, batch.count == SeedWriter.batch || year(of: first) != year(of: report)
            {
                count += try await flush(&batch, projection)
            }
            batch.append(report)
        }
        count += try await flush(&batch, projection)
        try await bulk.settle()
        return count
    }

    private mutating func flush(_ batch: inout [SeedReport], _ projection: borrowing Projection) async throws
        -> Int
    {
        guard let first = batch.first else { return 0 }
        let metres = try projection.metres(of: batch.map(\.coordinate))
        var rows: [BulkReport] = []
        rows.reserveCapacity(batch.count)
        for (report, metres) in zip(batch, metres) {
            let created = Timestamp(microseconds: report.created)
            rows.append(
                BulkReport(
                    id: ReportIdentifier(at: created, using: &random),
                    kind: report.kind,
                    category: report.category,
                    status: report.status,
                    description: report.description,
                    placement: Placement(
                        coordinate: report.coordinate,
                        metres: metres,
                        district: report.district,
                        unit: units[report.category] ?? ""
                    ),
                    created: created,
                    updated: Timestamp(microseconds: report.updated),
                    closed: report.closed.map { Timestamp(microseconds: $0) },
                    supporters: report.supporters
                )
            )
        }
        try await bulk.write(rows, year: year(of: first))
        defer { batch.removeAll(keepingCapacity: true) }
        return batch.count
    }

    /// The year in which a report is numbered: Kraków's, which is an hour ahead of UTC when a year begins.
    private func year(of report: SeedReport) -> Int {
        Timestamp(microseconds: report.created).advanced(bySeconds: 3_600).date.year
    }
}
