import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

struct ReportLookupsTests {
    @Test(.timeLimit(.minutes(1)))
    func `many who ask at once get each the report they asked for`() async throws {
        try await withLedger("lookup_many") { ledger, _, _ in
            var reports: [Report] = []
            for index in 0..<100 {
                reports.append(try await ledger.take(.pothole(description: "Dziura \(index)")))
            }
            let unknown = try #require(ReportNumber(prefix: "KCK", year: 2026, serial: 999_999))
            try await withThrowingTaskGroup(of: Bool.self) { [reports] group in
                for round in 0..<1_000 {
                    let report = reports[round * 7 % 100]
                    group.addTask { try await ledger.report(report.number) == report }
                    if round % 10 == 0 { group.addTask { try await ledger.report(unknown) == nil } }
                }
                for try await isRight in group { #expect(isRight) }
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a reader who goes away takes nothing from the others`() async throws {
        try await withLedger("lookup_cancelled") { ledger, _, _ in
            let report = try await ledger.take(.pothole())
            let readers = (0..<200).map { _ in Task { try await ledger.report(report.number) } }
            for reader in readers.prefix(100) { reader.cancel() }
            for (index, reader) in readers.enumerated() {
                switch await reader.result {
                case .success(let found): #expect(found == report)
                case .failure(let error): #expect(index < 100 && error is DatabaseError)
                }
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a row that cannot be read is no trouble for who asks for another`() async throws {
        try await withLedger("lookup_broken") { ledger, database, _ in
            let whole = try await ledger.take(.pothole())
            let broken = try await ledger.take(.pothole())
            try await database.write { session in
                _ = try session.execute(
                    "UPDATE report SET status = 'x' WHERE number = \(broken.number.description)"
                )
            }
            let readers = (0..<50).map { _ in
                (
                    Task { try await ledger.report(whole.number) },
                    Task { try await ledger.report(broken.number) }
                )
            }
            for (good, bad) in readers {
                let found = try await good.value
                #expect(found == whole)
                if case .success = await bad.result { Issue.record("a broken row was read") }
            }
        }
    }
}
