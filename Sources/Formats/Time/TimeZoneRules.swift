/// When the clocks of a place are how far ahead of UTC, read from compiled time zone data (TZif, RFC 9636).
package struct TimeZoneRules: Sendable, Equatable {
    /// Seconds since 1970 at which the clocks change, rising.
    let transitions: [Int64]
    /// Seconds ahead of UTC from each transition on; as many as transitions.
    let offsets: [Int]
    /// Seconds ahead of UTC before the first transition.
    let first: Int
    /// What holds from the last transition on, if the data say so.
    let future: POSIXTimeZone?

    /// What the clocks show at a moment.
    package func local(_ moment: Timestamp) -> LocalMoment {
        let offset = offset(at: moment.seconds)
        // Whole seconds of a time stamp lie far from the limits of 64 bits, an offset is a day at most.
        let shown = moment.seconds + Int64(offset)
        let day = shown.floorDivided(by: 86_400)
        return LocalMoment(
            date: CivilDate(daysSince1970: day),
            secondOfDay: Int(shown - day * 86_400),
            offset: offset
        )
    }

    func offset(at seconds: Int64) -> Int {
        let passed = transitionsPassed(at: seconds)
        if passed == transitions.count, let future { return future.offset(at: seconds) }
        return passed == 0 ? first : offsets[passed - 1]
    }

    private func transitionsPassed(at seconds: Int64) -> Int {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
