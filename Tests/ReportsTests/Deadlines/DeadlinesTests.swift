import Formats
import FoundationEssentials
import Reports
import Testing

struct DeadlinesTests {
    private func moment(_ text: String) throws -> Timestamp {
        try #require(Timestamp(parsing: text))
    }

    private func deadlines(_ first: Int, _ closure: Int, from received: String) throws -> Deadlines {
        Deadlines(
            CategoryDeadlines(firstAction: first, closure: closure),
            from: try moment(received),
            counting: try Poland.workingDays()
        )
    }

    /// The last day of a deadline, as people say it.
    private func lastDay(_ deadline: Timestamp) throws -> String {
        let days = try Poland.workingDays()
        let day = days.day(at: deadline.advanced(bySeconds: -1))
        #expect(days.end(of: day) == deadline)
        return day.description
    }

    @Test(arguments: [
        // A Tuesday without anything near.
        ("2026-06-16T10:00:00Z", 0, "2026-06-16"), ("2026-06-16T10:00:00Z", 1, "2026-06-17"),
        ("2026-06-16T10:00:00Z", 4, "2026-06-22"), ("2026-06-16T10:00:00Z", 14, "2026-07-06"),
        // The city's day counts, not that of UTC: 22:30 UTC is the next day.
        ("2026-06-16T22:30:00Z", 0, "2026-06-17"), ("2026-06-16T21:59:59Z", 0, "2026-06-16"),
        // Weekends: the first working day after it, and the second.
        ("2026-06-19T10:00:00Z", 1, "2026-06-22"), ("2026-06-20T10:00:00Z", 0, "2026-06-22"),
        ("2026-06-20T10:00:00Z", 1, "2026-06-22"), ("2026-06-21T10:00:00Z", 2, "2026-06-23"),
        // Easter 2026: 5 and 6 April; Good Friday is a working day.
        ("2026-04-02T10:00:00Z", 1, "2026-04-03"), ("2026-04-02T10:00:00Z", 2, "2026-04-07"),
        ("2026-04-04T10:00:00Z", 0, "2026-04-07"), ("2026-04-06T10:00:00Z", 1, "2026-04-07"),
        // 1 and 3 May: in 2024 a Wednesday and a Friday, in 2026 a Friday and a Sunday.
        ("2024-04-30T10:00:00Z", 1, "2024-05-02"), ("2024-04-30T10:00:00Z", 2, "2024-05-06"),
        ("2024-05-03T10:00:00Z", 0, "2024-05-06"), ("2026-04-30T10:00:00Z", 1, "2026-05-04"),
        // Corpus Christi, a Thursday, with an ordinary Friday behind it.
        ("2026-06-03T10:00:00Z", 1, "2026-06-05"),
        // 1 November on a Saturday and 11 November on a Tuesday.
        ("2025-10-31T10:00:00Z", 1, "2025-11-03"), ("2025-11-10T10:00:00Z", 1, "2025-11-12"),
        // Christmas: 24 December is a holiday since 2025; in 2024 it was an ordinary Tuesday.
        ("2024-12-23T10:00:00Z", 1, "2024-12-24"), ("2024-12-23T10:00:00Z", 2, "2024-12-27"),
        ("2025-12-23T10:00:00Z", 1, "2025-12-29"), ("2025-12-24T10:00:00Z", 0, "2025-12-29"),
        ("2025-12-30T10:00:00Z", 2, "2026-01-02"), ("2026-01-05T10:00:00Z", 1, "2026-01-07"),
    ])
    func `working days are counted from the day after the receipt`(
        received: String,
        days: Int,
        last: String
    ) throws {
        let found = try deadlines(days, days, from: received)
        #expect(try lastDay(found.firstAction) == last)
        #expect(found.closure == found.firstAction)
    }

    @Test(arguments: [
        // Friday before the clocks change to Monday after it, in both directions.
        ("2025-03-28T10:00:00Z", "2025-03-31T22:00:00Z"), ("2025-10-24T10:00:00Z", "2025-10-27T23:00:00Z"),
        ("2026-01-12T10:00:00Z", "2026-01-13T23:00:00Z"), ("2026-07-13T10:00:00Z", "2026-07-14T22:00:00Z"),
    ])
    func `a deadline ends at the city's midnight, in summer and in winter`(received: String, end: String)
        throws
    {
        #expect(try deadlines(1, 1, from: received).closure.description == end)
    }

    @Test(arguments: [
        // Asked on a Monday and answered on Wednesday: two days more, over the weekend.
        ("2026-06-15T08:00:00Z", "2026-06-17T08:00:00Z", "2026-06-18", "2026-06-24"),
        // On the same day, over a weekend, and backwards: nothing more.
        ("2026-06-15T08:00:00Z", "2026-06-15T20:00:00Z", "2026-06-16", "2026-06-22"),
        ("2026-06-13T08:00:00Z", "2026-06-14T08:00:00Z", "2026-06-16", "2026-06-22"),
        ("2026-06-17T08:00:00Z", "2026-06-15T08:00:00Z", "2026-06-16", "2026-06-22"),
        // Asked when the first action was late: only the closing moves.
        ("2026-06-17T08:00:00Z", "2026-06-18T08:00:00Z", "2026-06-16", "2026-06-23"),
        // Asked when both were late: nothing moves.
        ("2026-06-23T08:00:00Z", "2026-07-23T08:00:00Z", "2026-06-16", "2026-06-22"),
        // Answered after a month with no holiday in it.
        ("2026-06-15T08:00:00Z", "2026-07-15T08:00:00Z", "2026-07-16", "2026-07-22"),
    ])
    func `the clock stands still while the reporter is asked`(
        asked: String,
        answered: String,
        first: String,
        closure: String
    ) throws {
        let before = try deadlines(1, 5, from: "2026-06-15T06:00:00Z")
        #expect(try lastDay(before.firstAction) == "2026-06-16")
        #expect(try lastDay(before.closure) == "2026-06-22")
        let after = before.extended(
            waitingFrom: try moment(asked),
            until: try moment(answered),
            counting: try Poland.workingDays()
        )
        #expect(try lastDay(after.firstAction) == first)
        #expect(try lastDay(after.closure) == closure)
    }

    @Test(arguments: [
        (nil, "2026-06-16T21:59:59Z", DeadlineState.due), (nil, "2026-06-16T22:00:00Z", .late),
        ("2026-06-16T21:59:59Z", "2027-01-01T00:00:00Z", .met),
        ("2026-06-16T22:00:00Z", "2027-01-01T00:00:00Z", .missed),
    ])
    func `a deadline is met until the last moment of its day`(
        done: String?,
        now: String,
        state: DeadlineState
    ) throws {
        let deadline = try deadlines(1, 1, from: "2026-06-15T06:00:00Z").closure
        #expect(DeadlineState(deadline, done: try done.map(moment), at: try moment(now)) == state)
    }
}
