extension TimeZoneRules {
    /// No offset, nor the change from one to another, is farther than this, in seconds.
    private static let reach: Int64 = 100_000
    /// Wider than what time stamps hold, in days from 1970.
    private static let days: ClosedRange<Int64> = -200_000_000...200_000_000

    /// The moment from which on the clocks show a day or a later one.
    ///
    /// Where they skip midnight it is the moment of the change; where they go back over it, the day before isn't over
    /// until it has ended twice. A day farther away than time stamps reach begins at their limit.
    package func start(of day: CivilDate) -> Timestamp {
        let days = min(max(day.daysSince1970, TimeZoneRules.days.lowerBound), TimeZoneRules.days.upperBound)
        let midnight = days * 86_400
        var before = midnight - TimeZoneRules.reach
        var after = midnight + TimeZoneRules.reach
        let offsets = [offset(at: before), offset(at: after)].sorted()
        for offset in offsets {
            let moment = midnight - Int64(offset)
            if shown(at: moment - 1) < midnight, shown(at: moment) >= midnight {
                return Timestamp(seconds: moment)
            }
        }
        while after - before > 1 {
            let middle = before + (after - before) / 2
            if shown(at: middle) < midnight { before = middle } else { after = middle }
        }
        return Timestamp(seconds: after)
    }

    /// The moment at which the clocks show a time of a day.
    ///
    /// Where they go back over it, it is the first of the two; where they skip it, it is the moment that it would have been
    /// had they not been changed yet: 02:30 of a night without it is shown as 03:30.
    ///
    /// - Parameters:
    ///   - secondOfDay: seconds since the clocks showed midnight, from 0 to 86,399.
    ///   - day: the day.
    /// - Returns: the moment; for a day farther away than time stamps reach, one at their limit.
    package func moment(secondOfDay: Int, of day: CivilDate) -> Timestamp {
        let days = min(max(day.daysSince1970, TimeZoneRules.days.lowerBound), TimeZoneRules.days.upperBound)
        let wanted = days * 86_400 + Int64(min(max(secondOfDay, 0), 86_399))
        let before = offset(at: wanted - TimeZoneRules.reach)
        let after = offset(at: wanted + TimeZoneRules.reach)
        // The offset that is farther ahead leads to the earlier moment.
        for offset in [before, after].sorted(by: >) {
            let moment = wanted - Int64(offset)
            if shown(at: moment) == wanted { return Timestamp(seconds: moment) }
        }
        return Timestamp(seconds: wanted - Int64(before))
    }

    /// What the clocks show, as seconds since they showed 1970.
    private func shown(at seconds: Int64) -> Int64 {
        seconds + Int64(offset(at: seconds))
    }
}
