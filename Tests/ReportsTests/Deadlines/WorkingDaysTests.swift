import Formats
import TestSupport
import Testing

@testable import Reports

struct WorkingDaysTests {
    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `more days and a later receipt never make a deadline earlier`(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let days = try Poland.workingDays()
        for _ in 0..<300 {
            let received = Timestamp(seconds: .random(in: 1_000_000_000...2_500_000_000, using: &random))
            let later = received.advanced(bySeconds: .random(in: 0...1_000_000, using: &random))
            let count = Int.random(in: 0...60, using: &random)
            let more = count + Int.random(in: 0...10, using: &random)
            let deadlines = { (first: Int, from: Timestamp) in
                Deadlines(CategoryDeadlines(firstAction: first, closure: more), from: from, counting: days)
            }
            let found = deadlines(count, received)
            #expect(found.firstAction > received && found.firstAction <= found.closure)
            #expect(found.closure <= deadlines(count, later).closure)
            let last = days.day(at: found.closure.advanced(bySeconds: -1))
            #expect(days.calendar.isWorkingDay(last))
            #expect(days.count(after: days.day(at: received), through: last) == max(more, 1) || more == 0)
            let answered = received.advanced(bySeconds: .random(in: -100_000...5_000_000, using: &random))
            let extended = found.extended(waitingFrom: received, until: answered, counting: days)
            #expect(extended.firstAction >= found.firstAction && extended.closure >= found.closure)
            #expect(extended.firstAction <= extended.closure)
        }
    }

    @Test(arguments: 1...2 as ClosedRange<UInt64>)
    func `days are counted as the calendar tells one by one`(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let days = try Poland.workingDays()
        for _ in 0..<60 {
            let start = CivilDate(daysSince1970: .random(in: 10_000...40_000, using: &random))
            let length = Int64.random(in: 0...400, using: &random)
            let plain = (1...(length + 1)).dropLast().count {
                days.calendar.isWorkingDay(CivilDate(daysSince1970: start.daysSince1970 + $0))
            }
            let end = CivilDate(daysSince1970: start.daysSince1970 + length)
            #expect(days.count(after: start, through: end) == plain)
            #expect(plain == 0 || days.day(plain, after: start) <= end)
        }
    }

    @Test(arguments: [Int.min, -1, 10_000, 10_001, .max])
    func `absurd numbers of days come to an end`(count: Int) throws {
        let days = try Poland.workingDays()
        let start = try #require(CivilDate(parsing: "2026-06-16"))
        let found = days.day(count, after: start)
        #expect(count < 0 ? found == start : found.year == 2066, "\(found)")
    }

    @Test(arguments: [
        Int64.min, -62_000_000_000_000_000, 253_402_300_799_000_000, 9_000_000_000_000_000_000, .max,
    ])
    func `absurd years come to an end`(microseconds: Int64) throws {
        let days = try Poland.workingDays()
        let received = Timestamp(microseconds: microseconds)
        let found = Deadlines(
            CategoryDeadlines(firstAction: 10_000, closure: 10_000),
            from: received,
            counting: days
        )
        let extended = found.extended(waitingFrom: .init(microseconds: .min), until: received, counting: days)
        #expect(extended.closure >= found.closure)
    }

    @Test func `where every day is a holiday a deadline still comes`() throws {
        let name = LocalizedText(pl: "Święto", en: "Holiday")
        let everyDay = (1...12).flatMap { month in
            (1...31).map { day in
                HolidayCalendar.Holiday(
                    name: name,
                    day: .fixed(month: month, day: day),
                    since: nil,
                    until: nil
                )
            }
        }
        let days = WorkingDays(
            calendar: HolidayCalendar(holidays: everyDay),
            zone: try Poland.workingDays().zone
        )
        let start = try #require(CivilDate(parsing: "2026-06-16"))
        #expect(days.day(5, after: start) > days.day(0, after: start))
        #expect(days.count(after: start, through: days.day(5, after: start)) == 0)
    }
}
