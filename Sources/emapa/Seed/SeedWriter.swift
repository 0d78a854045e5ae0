import Formats
import Geography
import Ledger
import PostgreSQL
import Reports
import Territory

/// Writes made-up reports in transactions of a thousand, so that nobody who follows the feed has to wait for it.
struct SeedWriter {
    private static let batch = 1_000
    /// Of so many resolved reports one had been reopened.
    private static let redoneEvery = 32

    private let database: Database
    private let bulk: BulkLedger
    private let city: City
    private var random: SeedRandom

    init(_ database: Database, city: City, seed: UInt64) {
        self.database = database
        bulk = BulkLedger(database, numberPrefix: city.profile.numberPrefix)
        self.city = city
        random = SeedRandom(seed, stream: 1_000, 0)
    }

    /// Writes all of them and returns how many there were.
    mutating func write(_ reports: some Sequence<SeedReport>) async throws -> Int {
        var count = 0
        var batch: [SeedReport] = []
        for report in reports {
            if let first = batch.first, batch.count == SeedWriter.batch || year(of: first) != year(of: report)
            {
                count += try await flush(&batch)
            }
            batch.append(report)
        }
        count += try await flush(&batch)
        try await bulk.settle()
        return count
    }

    private mutating func flush(_ batch: inout [SeedReport]) async throws -> Int {
        guard let first = batch.first else { return 0 }
        var rows: [BulkReport] = []
        rows.reserveCapacity(batch.count)
        for report in batch {
            if let row = try row(of: report) { rows.append(row) }
        }
        try await bulk.write(rows, year: year(of: first))
        batch.removeAll(keepingCapacity: true)
        return rows.count
    }

    /// The report with its placement by the city's own rules; nil if rounding put it outside of the city.
    private mutating func row(of report: SeedReport) throws -> BulkReport? {
        let created = Timestamp(microseconds: report.created)
        guard let category = city.catalogue[report.category] else { return nil }
        let matter = Matter(
            coordinate: report.coordinate,
            category: category,
            kind: report.kind,
            moment: created
        )
        guard let ruling = try city.ruling(on: matter) else { return nil }
        // Nobody in the city handles it: it was closed as soon as it was read.
        let isOurs = if case .unit = ruling.decision.outcome { true } else { false }
        let unit = ruling.decision.outcome.unit ?? city.units.queue
        return BulkReport(
            id: ReportIdentifier(at: created, using: &random),
            report: NewReport(
                kind: report.kind,
                category: report.category,
                words: ReportWords(description: report.description),
                channel: .portal,
                placement: ruling.placement(unit: unit),
                due: city.due(of: report.category, from: created),
                created: created
            ),
            stages: stages(of: report, to: isOurs ? report.status : .outOfScope, unit: unit.code),
            supporters: report.supporters
        )
    }

    /// A likely way through the table of steps, its stages evenly spread over the report's time.
    private func stages(of report: SeedReport, to status: ReportStatus, unit: String) -> [BulkReport.Stage] {
        let table = HandlingTable.standard
        var path = table.path(of: report.kind, to: status) ?? []
        // What was done badly was done again.
        if status == .resolved, report.index.isMultiple(of: SeedWriter.redoneEvery) {
            path += [.reopened, status]
        }
        let stages = Int64(max(1, path.count - 1))
        let end = status == .outOfScope ? report.created : report.closed ?? report.updated
        return zip(path, path.dropFirst()).enumerated().compactMap { index, pair in
            guard let step = table.step(of: report.kind, from: pair.0, to: pair.1) else { return nil }
            let moment = report.created + (end - report.created) * Int64(index + 1) / stages
            let role = [ActorRole.unit, .centre, .reporter].first(where: step.roles.contains) ?? .system
            return BulkReport.Stage(
                step.to,
                at: Timestamp(microseconds: moment),
                by: Actor(role, name: role == .unit ? unit : nil),
                reason: step.demand == .reason ? reason(for: report) : nil
            )
        }
    }

    private func reason(for report: SeedReport) -> ClosingReason? {
        let reasons = ClosingReason.all(for: report.kind)
        return reasons.isEmpty ? nil : reasons[report.index % reasons.count]
    }

    /// The year in which a report is numbered: Kraków's, which is an hour ahead of UTC when a year begins.
    private func year(of report: SeedReport) -> Int {
        Timestamp(microseconds: report.created).advanced(bySeconds: 3_600).date.year
    }
}
