import Reports
import Testing

struct ReportNumberTests {
    @Test(arguments: [
        ("KCK-2026-000123", 2026, 123), ("kck-2026-000001", 2026, 1), ("KCK-2026-1234567", 2026, 1_234_567),
    ])
    func `a number reads as it is written`(text: String, year: Int, serial: Int) throws {
        let number = try #require(ReportNumber(parsing: text))
        #expect(number.year == year && number.serial == serial)
        #expect(number.description == text.uppercased())
    }

    @Test(arguments: [
        "", "KCK", "KCK-2026", "KCK-2026-123", "KCK-26-000123", "KCK-2026-00012x", "KCK-2026-0000000001",
        "K-2026-000123", "KCK-2026-000000", "KCK-2026-000123-", "ĄĘ-2026-000123", "KCK-+026-000123",
    ])
    func `anything else is no number`(text: String) {
        #expect(ReportNumber(parsing: text) == nil)
    }

    @Test func `a key leads back to its number and is safe in a map library`() throws {
        let number = try #require(ReportNumber(prefix: "KCK", year: 9_999, serial: 999_999_999))
        #expect(number.key < 1 << 53)
        #expect(ReportNumber(prefix: "KCK", key: number.key) == number)
        #expect(ReportNumber(prefix: "KCK", key: .max) == nil)
    }
}
