import Formats
import Testing

struct CivilDateTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-06-30", 20_634), ("1969-12-31", -1),
        ("2024-12-31", 20_088), ("2025-01-01", 20_089),
    ])
    func `a date and its distance from 1970 belong together`(text: String, days: Int64) {
        #expect(CivilDate(parsing: text)?.daysSince1970 == days)
        #expect(CivilDate(daysSince1970: days).description == text)
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026-01-01 ", "", "2026/01/01",
    ])
    func `what the calendar does not have is no date`(text: String) {
        #expect(CivilDate(parsing: text) == nil)
    }

    @Test func `every day of four centuries comes back as itself`() throws {
        var previous: CivilDate?
        for days in stride(from: Int64(-80_000), through: 80_000, by: 1) {
            let date = CivilDate(daysSince1970: days)
            #expect(CivilDate(parsing: date.description) == date)
            if let previous { #expect(previous < date) }
            previous = date
        }
    }
}

struct TimestampTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (1_782_820_800_000_000, "2026-06-30T12:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"), (951_782_399_999_999, "2000-02-28T23:59:59Z"),
    ])
    func `a moment is printed in UTC to the second`(microseconds: Int64, text: String) {
        #expect(Timestamp(microseconds: microseconds).description == text)
    }

    @Test(arguments: [Int64.min, .max, 0, -1])
    func `the limits of the time line can be printed and moved from`(microseconds: Int64) {
        let moment = Timestamp(microseconds: microseconds)
        #expect(!moment.description.isEmpty)
        #expect(moment.advanced(bySeconds: .max) >= moment)
        #expect(moment.advanced(bySeconds: .min) <= moment)
    }
}
