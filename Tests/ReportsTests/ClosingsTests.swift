import Formats
import Reports
import Testing

struct ClosingsTests {
    private static func day(_ count: Int64) -> Timestamp { Timestamp(seconds: count * 86_400) }

    private static func closings(_ statuses: [(ReportStatus, Int64)]) -> Closings {
        statuses.reduce(into: Closings()) { closings, next in closings.reach(next.0, at: day(next.1)) }
    }

    @Test func `an open report is not closed and never was`() {
        #expect(Self.closings([(.assigned, 1), (.waiting, 2)]) == Closings())
    }

    @Test func `a reopening makes a spell of the time that it was closed`() {
        let closings = Self.closings([(.resolved, 2), (.reopened, 5), (.withdrawn, 7)])
        let spell = ClosedSpell(closed: Self.day(2), reopened: Self.day(5))
        #expect(closings == Closings(closed: Self.day(7), spells: [spell]))
    }

    @Test func `it is closed since the first of closed statuses in a row`() {
        #expect(Self.closings([(.resolved, 2), (.duplicate, 4)]).closed == Self.day(2))
    }

    @Test func `a clock that lags makes no spell that ends before it began`() {
        let spell = ClosedSpell(closed: Self.day(5), reopened: Self.day(5))
        #expect(Self.closings([(.resolved, 5), (.reopened, 4)]).spells == [spell])
    }
}
