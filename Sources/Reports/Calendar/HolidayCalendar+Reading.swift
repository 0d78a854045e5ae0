import Formats

extension HolidayCalendar {
    /// How far from Easter a holiday may lie without leaving its year.
    private static let aroundEaster = -70...240
    private static let years = 1...9_999

    /// Reads `holidays.json`.
    package init(parsing bytes: [UInt8]) throws(CityDataError) {
        let document = try CityDocument(parsing: bytes, name: "holidays")
        var holidays: [Holiday] = []
        for entry in try document.list("holidays") {
            let since = try Self.year("since", of: entry)
            let until = try Self.year("until", of: entry)
            if let since, let until, until < since {
                throw entry.error("until", "must not be before 'since'")
            }
            holidays.append(
                Holiday(
                    name: try entry.localized("name"),
                    day: try Self.day(of: entry),
                    since: since,
                    until: until
                )
            )
        }
        self.init(holidays: holidays)
    }

    private static func day(of entry: CityDocument) throws(CityDataError) -> Holiday.Day {
        guard entry.has("date") != entry.has("easter") else {
            throw entry.error("date", "there must be either 'date' or 'easter'")
        }
        if let days = try entry.integerIfAny("easter") {
            guard aroundEaster.contains(days) else {
                throw entry.error(
                    "easter",
                    "must be from \(aroundEaster.lowerBound) to \(aroundEaster.upperBound) days"
                )
            }
            return .fromEaster(days)
        }
        // 2000 had a leap day, so every day of any year is among its days.
        guard let date = CivilDate(parsing: "2000-" + (try entry.text("date"))) else {
            throw entry.error("date", "must be a day as in 12-25")
        }
        return .fixed(month: date.components.month, day: date.components.day)
    }

    private static func year(_ key: String, of entry: CityDocument) throws(CityDataError) -> Int? {
        guard let year = try entry.integerIfAny(key) else { return nil }
        guard years.contains(year) else { throw entry.error(key, "must be a year") }
        return year
    }
}
