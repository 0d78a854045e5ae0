import PostgreSQL
import Reports
import Testing

@testable import Ledger

struct NumberColumnTests {
    private func column(_ text: String) -> Result<NumberColumn, ColumnProblem> {
        Result { () throws(ColumnProblem) in try NumberColumn(column: Array(text.utf8).span, type: .text) }
    }

    @Test(arguments: ["KCK-2026-000123", "AB-2000-000001", "ABCDEFGH-9999-999999999", "KCK-2026-1234567"])
    func `a number is taken apart as its text is parsed`(text: String) throws {
        let number = try #require(ReportNumber(parsing: text))
        let column = try column(text).get()
        #expect(column.year == number.year && column.serial == number.serial)
        #expect(column.letters == number.prefix.utf8.reduce(0) { $0 << 8 | UInt64($1) })
    }

    @Test(arguments: [
        "", "-", "KCK", "KCK-2026", "KCK-2026-", "KCK-2026-12345", "KCK-2026-1234567890", "KCK-202-0000123",
        "KCK-20x6-000123", "KCK-2026-00012x", "K-2026-000123", "ABCDEFGHI-2026-000123", "KCK-2026_000123",
        "KCK2026000123",
    ])
    func `anything else is malformed`(text: String) {
        guard case .failure(.malformed) = column(text) else {
            Issue.record("taken for a number")
            return
        }
    }
}
