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

    /// What the clocks show, as seconds since they showed 1970.
    private func shown(at seconds: Int64) -> Int64 {
        seconds + Int64(offset(at: seconds))
    }
}
