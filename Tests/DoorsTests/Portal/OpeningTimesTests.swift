import Formats
import Territory
import TestSupport
import Testing

@testable import Doors

struct OpeningTimesTests {
    private func times() throws -> OpeningTimes {
        let city = try Krakow.city
        return OpeningTimes(centre: try #require(city.profile.centre), city: city)
    }

    private func moment(_ text: String) throws -> Timestamp { try #require(Timestamp(parsing: text)) }

    /// Kraków is an hour ahead of UTC in winter, two in summer.
    @Test(arguments: [
        ("2026-11-20T06:39:59Z", false), ("2026-11-20T06:40:00Z", true), ("2026-11-20T14:29:59Z", true),
        ("2026-11-20T14:30:00Z", false), ("2026-11-21T10:00:00Z", false), ("2026-11-11T10:00:00Z", false),
        ("2026-06-30T05:40:00Z", true), ("2026-06-30T05:39:00Z", false),
    ])
    func `the hotline is answered on working days in its hours`(at text: String, isOpen: Bool) throws {
        #expect(try times().isOpen(at: moment(text)) == isOpen)
    }

    @Test(arguments: [
        // On the same morning, overnight, over a week-end, over Christmas, into summer time.
        ("2026-11-20T04:00:00Z", "2026-11-20T06:40:00Z"), ("2026-11-19T18:00:00Z", "2026-11-20T06:40:00Z"),
        ("2026-11-20T15:00:00Z", "2026-11-23T06:40:00Z"), ("2026-12-24T08:00:00Z", "2026-12-28T06:40:00Z"),
        ("2026-03-28T12:00:00Z", "2026-03-30T05:40:00Z"),
    ])
    func `it says when it is answered again`(from text: String, next: String) throws {
        #expect(try times().next(after: moment(text))?.description == next)
    }

    @Test func `while it is answered nothing is said of later`() throws {
        #expect(try times().next(after: moment("2026-11-20T10:00:00Z")) == nil)
    }
}
