import TestSupport
import Testing

@testable import Formats

struct TimeZoneDaysTests {
    private func rules(_ name: String) throws -> TimeZoneRules {
        try TimeZoneRules(parsing: Checkout.bytes(of: "/usr/share/zoneinfo/\(name)"))
    }

    @Test(arguments: [
        ("Europe/Warsaw", "1970-01-01", "1969-12-31T23:00:00Z"),
        ("Europe/Warsaw", "2026-06-30", "2026-06-29T22:00:00Z"),
        // The days on which the clocks change have 23 and 25 hours.
        ("Europe/Warsaw", "2025-03-30", "2025-03-29T23:00:00Z"),
        ("Europe/Warsaw", "2025-03-31", "2025-03-30T22:00:00Z"),
        ("Europe/Warsaw", "2025-10-26", "2025-10-25T22:00:00Z"),
        ("Europe/Warsaw", "2025-10-27", "2025-10-26T23:00:00Z"),
        ("Europe/Warsaw", "2099-07-01", "2099-06-30T22:00:00Z"),
        ("Etc/UTC", "2026-06-30", "2026-06-30T00:00:00Z"),
        // Clocks that skip midnight: in Beirut, and in São Paulo until 2018.
        ("Asia/Beirut", "2022-03-27", "2022-03-26T22:00:00Z"),
        ("America/Sao_Paulo", "2017-10-15", "2017-10-15T03:00:00Z"),
        // Clocks that go back over midnight: the day before ends twice.
        ("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z"),
        ("America/St_Johns", "2010-11-07", "2010-11-07T03:30:00Z"),
        // A day that Samoa left out begins and ends at once.
        ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),
        ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"),
    ])
    func `a day begins when the clocks say so`(zone: String, day: String, start: String) throws {
        let date = try #require(CivilDate(parsing: day))
        #expect(try rules(zone).start(of: date).description == start)
    }

    @Test(arguments: [
        ("2026-06-30", 14 * 60 + 5, "2026-06-30T12:05:00Z"),
        // The clocks go from 02:00 to 03:00: what they skip is what it would have been.
        ("2026-03-29", 0, "2026-03-28T23:00:00Z"), ("2026-03-29", 90, "2026-03-29T00:30:00Z"),
        ("2026-03-29", 150, "2026-03-29T01:30:00Z"), ("2026-03-29", 180, "2026-03-29T01:00:00Z"),
        ("2026-03-29", 14 * 60, "2026-03-29T12:00:00Z"), ("2026-03-30", 60, "2026-03-29T23:00:00Z"),
        // They go back from 03:00 to 02:00: of two moments it is the first.
        ("2026-10-25", 90, "2026-10-24T23:30:00Z"), ("2026-10-25", 150, "2026-10-25T00:30:00Z"),
        ("2026-10-25", 180, "2026-10-25T02:00:00Z"), ("2026-10-25", 14 * 60, "2026-10-25T13:00:00Z"),
    ])
    func `a time of the clocks is a moment`(day: String, minute: Int, moment: String) throws {
        let date = try #require(CivilDate(parsing: day))
        #expect(
            try rules("Europe/Warsaw").moment(secondOfDay: minute * 60, of: date).description == moment
        )
    }

    @Test(arguments: ["Europe/Warsaw", "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe"])
    func `whatever the clocks show leads back to a moment at which they show it`(zone: String) throws {
        let rules = try rules(zone)
        for hour in Int64(330_000)...Int64(480_000) where hour % 7 == 0 {
            let shown = rules.local(Timestamp(seconds: hour * 3_600 + 1_800))
            let moment = rules.moment(secondOfDay: shown.secondOfDay, of: shown.date)
            let again = rules.local(moment)
            #expect((again.date, again.secondOfDay) == (shown.date, shown.secondOfDay))
        }
    }

    @Test func `a day beyond all time stamps has moments all the same`() throws {
        let rules = try rules("Europe/Warsaw")
        for day in [Int64.min, .max] {
            let moment = rules.moment(secondOfDay: .max, of: CivilDate(daysSince1970: day))
            #expect((moment.seconds < 0) == (day < 0))
        }
    }

    @Test(arguments: [
        "Europe/Warsaw", "Europe/Dublin", "America/New_York", "America/Sao_Paulo", "America/St_Johns",
        "Australia/Lord_Howe", "Asia/Beirut", "Asia/Kathmandu", "Pacific/Apia", "Africa/Casablanca",
        "Etc/UTC",
    ])
    func `every day begins after the one before and shows itself or a later one`(zone: String) throws {
        let rules = try rules(zone)
        var last = rules.start(of: CivilDate(daysSince1970: -40_000))
        for day in Int64(-39_999)...60_000 {
            let start = rules.start(of: CivilDate(daysSince1970: day))
            let isWhole =
                rules.local(start).date.daysSince1970 >= day
                && rules.local(start.advanced(bySeconds: -1)).date.daysSince1970 < day
            #expect(isWhole && start >= last, "\(zone) \(CivilDate(daysSince1970: day))")
            last = start
        }
    }

    @Test(arguments: [Int64.min, -106_751_991, 106_751_991, .max])
    func `a day beyond all time stamps begins at a limit`(day: Int64) throws {
        let rules = try rules("Europe/Warsaw")
        let start = rules.start(of: CivilDate(daysSince1970: day))
        #expect(abs(start.seconds) > 9_000_000_000_000 && (start.seconds < 0) == (day < 0))
    }
}
