import Formats
import Reports
import Testing

struct EasterTests {
    @Test(arguments: [
        // Known dates, the earliest and the latest possible ones, and those where the tables make exceptions.
        "1818-03-22", "1886-04-25", "1900-04-15", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23",
        "2008-03-23", "2011-04-24", "2019-04-21", "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05",
        "2027-03-28", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22",
    ])
    func `Easter falls on its day`(date: String) throws {
        let expected = try #require(CivilDate(parsing: date))
        #expect(CivilDate.easterSunday(of: expected.year) == expected)
    }

    @Test func `Easter agrees with Gauss's rule, written otherwise, in every year`() throws {
        for year in 1900...2299 {
            let easter = try #require(CivilDate.easterSunday(of: year))
            let march = try #require(CivilDate(year: year, month: 3, day: 22))
            #expect(Weekday(easter) == .sunday)
            #expect(easter.daysSince1970 - march.daysSince1970 == Int64(gauss(year)), "\(year)")
        }
    }

    @Test(arguments: [Int.min, 0, 10_000, .max])
    func `a year that the calendar doesn't have has no Easter`(year: Int) {
        #expect(CivilDate.easterSunday(of: year) == nil)
    }

    /// Days from 22 March.
    private func gauss(_ year: Int) -> Int {
        let century = year / 100
        let moonShift = (15 + century - century / 4 - (13 + 8 * century) / 25) % 30
        let sunShift = (4 + century - century / 4) % 7
        let moon = (19 * (year % 19) + moonShift) % 30
        let sun = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + sunShift) % 7
        if moon == 29, sun == 6 { return 28 }
        if moon == 28, sun == 6, (11 * moonShift + 11) % 30 < 19 { return 27 }
        return moon + sun
    }
}
