import Formats
import FoundationEssentials
import Reports

/// Poland's holidays as they ship, and Warsaw's clocks.
enum Poland {
    private static let read = Result {
        WorkingDays(
            calendar: try HolidayCalendar(parsing: try Shipped.file("holidays.json")),
            zone: try TimeZoneRules(
                parsing: Array(try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Warsaw")))
            )
        )
    }

    static func workingDays() throws -> WorkingDays { try read.get() }
}
