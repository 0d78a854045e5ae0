import Reports
import Testing

@testable import emapa

struct SeedCalendarTests {
    // Day numbers from `date -u -d … +%s`.
    @Test(
        arguments: [
            (0, 3, 0), (59, 6, 2), (-1, 2, 11), (10_957, 5, 0), (11_016, 1, 1), (11_017, 2, 2),
            (19_782, 3, 1),
            (19_783, 4, 2), (20_453, 2, 11), (20_454, 3, 0),
        ] as [(Int64, Int, Int)]
    )
    func `a day has its weekday and month`(day: Int64, weekday: Int, month: Int) {
        #expect(SeedCalendar.weekday(ofDay: day) == weekday)
        #expect(SeedCalendar.month(ofDay: day) == month)
    }

    @Test(
        arguments: [(0, 0, 1), (-3_600, 0, 0), (-3_601, -1, 23), (82_799, 0, 23), (82_800, 1, 0)]
            as [(Int64, Int64, Int)]
    )
    func `midnight is at 23 UTC`(second: Int64, day: Int64, hour: Int) {
        #expect(SeedCalendar.dayNumber(at: second * SeedCalendar.second) == day)
        #expect(SeedCalendar.hourOfDay(at: second * SeedCalendar.second) == hour)
    }

    @Test func `clerks act on working days between seven and fifteen`() {
        var random = SeedRandom(1)
        for _ in 0..<5_000 {
            let earliest = SeedFixture.until + Int64(random.below(1_000_000_000)) * 1_000
            let wanted = earliest + Int64(random.below(30)) * SeedCalendar.day
            let moment = SeedCalendar.workingMoment(after: earliest, near: wanted, &random)
            #expect(moment > earliest)
            #expect(moment < wanted + 4 * SeedCalendar.day)
            #expect(SeedCalendar.weekday(ofDay: SeedCalendar.dayNumber(at: moment)) < 5)
            #expect(7..<15 ~= SeedCalendar.hourOfDay(at: moment))
        }
    }
}
