import Formats
import PostgreSQL
import TestSupport
import Testing

@testable import Ledger

struct ListWindowTests {
    private static let now = Timestamp(seconds: 1_782_820_800)

    @Test(.timeLimit(.minutes(1)))
    func `weeks are counted as the database counts them`() async throws {
        try await withLedger("list_weeks") { _, database, _ in
            for seconds: Int64 in [
                0, 1, 604_799, 604_800, 1_782_820_800, 1_782_950_399, 1_782_950_400, -1, -604_800,
            ] {
                let moment = Timestamp(seconds: seconds)
                let week = try await database.read { session in
                    try session.query("SELECT report_week(\(moment))").one {
                        try $0.decode(Int32.self, at: 0)
                    }
                }
                #expect(Int(week) == ListWindow.week(of: moment), "\(seconds)")
            }
        }
    }

    @Test(arguments: [
        (1, false, [4, 16, 64, 0]), (2, false, [4, 16, 0]), (3, false, [0]), (1, true, [4, 0]),
    ])
    func `the more is asked at once, the fewer windows are opened`(
        conditions: Int,
        isSearch: Bool,
        weeks: [Int]
    ) {
        let windows = ListWindow.windows(
            before: Self.now,
            from: nil,
            conditions: conditions,
            isSearch: isSearch
        )
        #expect(windows.map(\.weeks) == weeks)
        #expect(windows.last?.start == nil)
    }

    @Test func `windows reach back ever further, and each holds the moment`() throws {
        let windows = ListWindow.windows(before: Self.now, from: nil, conditions: 1, isSearch: false)
        let starts = windows.compactMap(\.start)
        #expect(starts == starts.sorted().reversed())
        for window in windows.dropLast() {
            let spans = try #require(window.spans)
            let start = try #require(window.start)
            #expect(spans.contains(ListWindow.week(of: Self.now) / window.weeks))
            #expect(ListWindow.week(of: start) == spans.lowerBound * window.weeks)
        }
    }

    @Test func `no window lies wholly before the list's beginning`() {
        let start = Self.now.advanced(bySeconds: -86_400)
        let windows = ListWindow.windows(before: Self.now, from: start, conditions: 1, isSearch: false)
        #expect(windows.map(\.weeks) == [4])
    }

    @Test func `in the first weeks of 1970 one window is all time`() {
        let windows = ListWindow.windows(
            before: Timestamp(seconds: 5),
            from: nil,
            conditions: 1,
            isSearch: false
        )
        #expect(windows.map(\.start) == [nil])
    }
}
