import Formats
import Geography
import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

struct MarkReaderTests {
    /// More categories than are remembered, some of them too long to be.
    private static let categories = (0..<300).map { index in
        "road." + String(repeating: "x", count: index % 40) + String(index)
    }

    @Test(.timeLimit(.minutes(1)))
    func `marks read in one go are those of the reports read one by one`() async throws {
        try await withLedger("mark_reader") { ledger, database, _ in
            var random = SeededGenerator(1)
            for (letters, year) in [("KCK", 2_025), ("KCK", 2_026), ("LUBLIN", 2_026)] {
                let reports = try reports(of: year, using: &random)
                try await BulkLedger(database, numberPrefix: letters).write(reports, year: year)
            }
            let told = Received()
            _ = try await MapFeed(database).load { told.add($0) }
            #expect(told.marks.count == 3 * Self.categories.count)
            #expect(Set(told.marks.map(\.id)).count == told.marks.count)
            for mark in told.marks {
                let report = try await ledger.report(mark.number)
                #expect(mark == report.map { ReportMark($0) })
            }
        }
    }

    private func reports(of year: Int, using random: inout SeededGenerator) throws -> [BulkReport] {
        let created = try #require(CivilDate(parsing: "\(year)-06-01")).start
        let ways: [[ReportStatus]] = [
            [], [.assigned], [.assigned, .waiting], [.assigned, .resolved],
            [.assigned, .resolved, .reopened],
        ]
        return try Self.categories.enumerated().map { index, category in
            var report = try NewReport.pothole(created: created.advanced(bySeconds: Int64(index)))
            report.category = category
            report.kind = ReportKind.allCases[index % ReportKind.allCases.count]
            let stages = ways[index % ways.count].enumerated().map { day, status in
                BulkReport.Stage(
                    status,
                    at: created.advanced(bySeconds: 86_400 * Int64(day + 1)),
                    by: Actor(.unit, name: "ZDMK")
                )
            }
            return BulkReport(
                id: ReportIdentifier(at: created, using: &random),
                report: report,
                stages: stages,
                supporters: index
            )
        }
    }
}
