import Glibc

/// A moment on the UTC time line, to the microsecond: what PostgreSQL's timestamptz keeps.
package struct Timestamp: Hashable, Comparable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z; negative before.
    package let microseconds: Int64

    /// A moment from microseconds since 1970.
    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// A moment from whole seconds since 1970; beyond what fits it stays at the limit.
    package init(seconds: Int64) {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        microseconds = overflow ? (seconds < 0 ? .min : .max) : product
    }

    /// The wall clock's present moment.
    package static var now: Timestamp {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }
}

extension Timestamp {
    /// Whole seconds since 1970, rounded down.
    package var seconds: Int64 {
        microseconds.floorDivided(by: 1_000_000)
    }

    /// The calendar day in UTC.
    package var date: CivilDate {
        CivilDate(daysSince1970: seconds.floorDivided(by: 86_400))
    }

    /// The moment that lies `seconds` later, or earlier when negative; it stays at the limit beyond it.
    package func advanced(bySeconds seconds: Int64) -> Timestamp {
        let step = Timestamp(seconds: seconds).microseconds
        let (sum, overflow) = microseconds.addingReportingOverflow(step)
        return Timestamp(microseconds: overflow ? (step < 0 ? .min : .max) : sum)
    }
}

extension Timestamp: CustomStringConvertible {
    /// RFC 3339 in UTC, to the second: `2026-06-30T12:00:00Z`.
    package var description: String {
        let ofDay = seconds - seconds.floorDivided(by: 86_400) * 86_400
        let hour = ofDay / 3_600
        let minute = ofDay % 3_600 / 60
        return "\(date)T\(twoDigits(hour)):\(twoDigits(minute)):\(twoDigits(ofDay % 60))Z"
    }
}

private func twoDigits(_ value: Int64) -> String {
    value < 10 ? "0\(value)" : "\(value)"
}

extension Int64 {
    /// The quotient rounded towards minus infinity, as calendars need it.
    func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
