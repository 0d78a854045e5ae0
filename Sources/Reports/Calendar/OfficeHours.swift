package import Formats

/// When the city's offices are open: the same hours on some days of the week, never on holidays.
package struct OfficeHours: Sendable, Equatable {
    package let days: Set<Weekday>
    /// Seconds from midnight to the opening.
    package let opening: Int
    /// Seconds from midnight to the closing, which is closed already.
    package let closing: Int

    /// Whether the offices are open; clocks that are set forward or back count as they show.
    package func contains(_ moment: LocalMoment, isHoliday: Bool) -> Bool {
        !isHoliday && (opening..<closing).contains(moment.secondOfDay) && days.contains(Weekday(moment.date))
    }
}

extension OfficeHours {
    /// Reads `{"days": ["mon", …], "from": "07:40", "until": "15:30"}`.
    package init(_ document: CityDocument) throws(CityDataError) {
        var days: Set<Weekday> = []
        for word in try document.texts("days") {
            guard let day = Weekday(word: word) else {
                throw document.error(
                    "days",
                    "'\(word)' is no day; they are mon, tue, wed, thu, fri, sat, sun"
                )
            }
            days.insert(day)
        }
        guard !days.isEmpty else { throw document.error("days", "must name at least one day") }
        self.days = days
        opening = try Self.time("from", of: document)
        closing = try Self.time("until", of: document)
        guard opening < closing else { throw document.error("until", "must be later than 'from'") }
    }

    private static func time(_ key: String, of document: CityDocument) throws(CityDataError) -> Int {
        let bytes = Array(try document.text(key).utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hour = digits(bytes[0], bytes[1]),
            let minute = digits(bytes[3], bytes[4]), minute < 60, hour * 60 + minute <= 24 * 60
        else { throw document.error(key, "must be a time as in 07:40") }
        return (hour * 60 + minute) * 60
    }

    private static func digits(_ tens: UInt8, _ ones: UInt8) -> Int? {
        guard (0x30...0x39).contains(tens), (0x30...0x39).contains(ones) else { return nil }
        return Int(tens - 0x30) * 10 + Int(ones - 0x30)
    }
}
