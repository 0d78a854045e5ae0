package import Formats

extension CivilDate {
    /// Easter Sunday of a year, by the Gregorian rule; nil for a year that the calendar doesn't have.
    ///
    /// The computus in whole numbers: the moon's place in its cycle of 19 years, the corrections that the
    /// centuries add to it, and the Sunday after the full moon that follows from both.
    package static func easterSunday(of year: Int) -> CivilDate? {
        guard (1...9_999).contains(year) else { return nil }
        let golden = year % 19
        let century = year / 100
        let lunarCorrection = century - century / 4 - (8 * century + 13) / 25
        let epact = (lunarCorrection + 19 * golden + 15) % 30
        // Two epacts would give a full moon too late for the tables of the church.
        let moon = epact - (epact > 28 || (epact == 28 && golden > 10) ? 1 : 0)
        let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
        let fromMarch = moon - weekday
        guard let firstOfMarch = CivilDate(year: year, month: 3, day: 1) else { return nil }
        return CivilDate(daysSince1970: firstOfMarch.daysSince1970 + Int64(fromMarch + 27))
    }
}
