import Formats
import Reports
import Testing

struct HolidayCalendarTests {
    private static let poland = Result { try HolidayCalendar(parsing: try Shipped.file("holidays.json")) }

    private func date(_ text: String) throws -> CivilDate {
        try #require(CivilDate(parsing: text))
    }

    @Test(arguments: [
        (
            2010,
            [
                "01-01", "04-04", "04-05", "05-01", "05-03", "05-23", "06-03", "08-15", "11-01", "11-11",
                "12-25",
                "12-26",
            ]
        ),
        (
            2024,
            [
                "01-01", "01-06", "03-31", "04-01", "05-01", "05-03", "05-19", "05-30", "08-15", "11-01",
                "11-11",
                "12-25", "12-26",
            ]
        ),
        (
            2025,
            [
                "01-01", "01-06", "04-20", "04-21", "05-01", "05-03", "06-08", "06-19", "08-15", "11-01",
                "11-11",
                "12-24", "12-25", "12-26",
            ]
        ),
        (
            2026,
            [
                "01-01", "01-06", "04-05", "04-06", "05-01", "05-03", "05-24", "06-04", "08-15", "11-01",
                "11-11",
                "12-24", "12-25", "12-26",
            ]
        ),
    ])
    func `Poland keeps its holidays`(year: Int, expected: [String]) throws {
        let calendar = try Self.poland.get()
        let newYear = try date("\(year)-01-01").daysSince1970
        let found = (0..<366).map { CivilDate(daysSince1970: newYear + $0) }
            .filter { $0.year == year && calendar.isHoliday($0) }
            .map { String($0.description.dropFirst(5)) }
        #expect(found == expected)
    }

    @Test(arguments: [
        ("2024-12-24", true), ("2025-12-24", false), ("2026-06-04", false), ("2026-06-05", true),
        ("2026-06-06", false), ("2026-06-07", false), ("2026-06-08", true), ("1960-01-04", true),
    ])
    func `a working day is one from Monday to Friday that is no holiday`(day: String, isWorking: Bool) throws
    {
        let found = try Self.poland.get().isWorkingDay(try date(day))
        #expect(found == isWorking)
    }

    @Test func `a holiday has a name in both languages`() throws {
        let name = try Self.poland.get().name(of: try date("2026-06-04"))
        #expect(name == LocalizedText(pl: "Boże Ciało", en: "Corpus Christi"))
    }

    @Test(arguments: [
        (#"{"date":"02-30"}"#, "holidays[0].date: must be a day as in 12-25"),
        (#"{"date":"12-25","easter":1}"#, "holidays[0].date: there must be either"),
        (#"{}"#, "holidays[0].date: there must be either"),
        (#"{"easter":400}"#, "holidays[0].easter: must be from -70 to 240 days"),
        (#"{"date":"12-24","since":2025,"until":2024}"#, "holidays[0].until: must not be before"),
        (#"{"date":"12-24","since":99999}"#, "holidays[0].since: must be a year"),
    ])
    func `a holiday that can't be is refused with its place`(entry: String, message: String) {
        let named = entry.replacing(
            "{",
            with: #"{"name":{"pl":"Święto","en":"Holiday"},"#,
            maxReplacements: 1
        )
        .replacing(",}", with: "}")
        let error = #expect(throws: CityDataError.self) {
            try HolidayCalendar(parsing: Array("{\"holidays\":[\(named)]}".utf8))
        }
        #expect(error?.description.hasPrefix("holidays, \(message)") == true)
    }

    @Test func `29 February is kept in leap years only`() throws {
        let text = #"{"holidays":[{"name":{"pl":"Dzień","en":"Day"},"date":"02-29","until":2024}]}"#
        let calendar = try HolidayCalendar(parsing: Array(text.utf8))
        let kept = try ["2024-02-29", "2025-03-01", "2028-02-29"].filter { calendar.isHoliday(try date($0)) }
        #expect(kept == ["2024-02-29"])
    }
}
