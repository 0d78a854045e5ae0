import Formats
import FoundationEssentials
import Reports
import Testing

struct OfficeHoursTests {
    private static let text =
        #"{"days":["mon","tue","wed","thu","fri"],"from":"07:40","until":"15:30"}"#

    private func hours(_ text: String) throws -> OfficeHours {
        try OfficeHours(try CityDocument(parsing: Array(text.utf8), name: "routing"))
    }

    @Test(arguments: [
        ("2026-06-30", 7 * 60 + 39, false), ("2026-06-30", 7 * 60 + 40, true),
        ("2026-06-30", 15 * 60 + 29, true), ("2026-06-30", 15 * 60 + 30, false),
        // A Saturday and a Sunday.
        ("2026-07-04", 12 * 60, false), ("2026-07-05", 12 * 60, false),
        // Christmas Eve is a day off since 2025; in 2024 it was an ordinary Tuesday.
        ("2024-12-24", 12 * 60, true), ("2025-12-24", 12 * 60, false),
        // Corpus Christi, a Thursday.
        ("2026-06-04", 12 * 60, false),
    ])
    func `offices are open on working days from 7:40 to 15:30`(
        day: String,
        minute: Int,
        isOpen: Bool
    ) throws {
        let calendar = try HolidayCalendar(parsing: try Shipped.file("holidays.json"))
        let date = try #require(CivilDate(parsing: day))
        let moment = LocalMoment(date: date, secondOfDay: minute * 60, offset: 3_600)
        let found = try hours(Self.text).contains(moment, isHoliday: calendar.isHoliday(date))
        #expect(found == isOpen)
    }

    @Test(arguments: [
        // Monday after the clocks were set forward: 5:40 UTC is 7:40; the Friday before it was 6:40.
        (1_743_399_599, false), (1_743_399_600, true), (1_743_144_000 - 1, false), (1_743_144_000, true),
        // Monday after they were set back.
        (1_761_547_199, false), (1_761_547_200, true),
    ])
    func `offices open by the city's clocks when these change`(seconds: Int, isOpen: Bool) throws {
        let zone = try TimeZoneRules(
            parsing: Array(try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Warsaw")))
        )
        let moment = zone.local(Timestamp(seconds: Int64(seconds)))
        #expect(try hours(Self.text).contains(moment, isHoliday: false) == isOpen)
    }

    @Test func `on the Sunday of the change itself a city that is open then counts as its clocks show`()
        throws
    {
        let zone = try TimeZoneRules(
            parsing: Array(try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Warsaw")))
        )
        let sunday = try hours(#"{"days":["sun"],"from":"02:00","until":"03:00"}"#)
        // In October the hour from two comes twice, in March never.
        let open = { (seconds: Int64) in
            sunday.contains(zone.local(Timestamp(seconds: seconds)), isHoliday: false)
        }
        #expect((0..<240).filter { open(1_761_436_800 + $0 * 60) }.count == 120)
        #expect((0..<240).filter { open(1_743_289_200 + $0 * 60) }.isEmpty)
    }

    @Test(arguments: [
        (#"{"days":["mo"],"from":"07:40","until":"15:30"}"#, "days: 'mo' is no day"),
        (#"{"days":[],"from":"07:40","until":"15:30"}"#, "days: must name at least one day"),
        (#"{"days":["mon"],"from":"7:40","until":"15:30"}"#, "from: must be a time as in 07:40"),
        (#"{"days":["mon"],"from":"07:60","until":"15:30"}"#, "from: must be a time as in 07:40"),
        (#"{"days":["mon"],"from":"07:40","until":"24:01"}"#, "until: must be a time as in 07:40"),
        (#"{"days":["mon"],"from":"15:30","until":"07:40"}"#, "until: must be later than 'from'"),
    ])
    func `hours that can't be are refused with their place`(text: String, message: String) {
        let error = #expect(throws: CityDataError.self) { try hours(text) }
        #expect(error?.description.hasPrefix("routing, \(message)") == true)
    }
}
