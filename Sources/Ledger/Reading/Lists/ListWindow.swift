import Formats

/// The time in which a list looks for what is rare: the latest weeks first, then ever more, at last all time.
///
/// Weeks are asked for in spans of the lengths that `report_tokens` keeps, so that a window is two lexemes.
struct ListWindow: Equatable {
    /// How many weeks a span has.
    let weeks: Int
    /// The spans' numbers; nil for all time.
    let spans: ClosedRange<Int>?
    /// When the first span begins; nil for the beginning of time.
    let start: Timestamp?

    private static let week: Int64 = 604_800
    private static let whole = ListWindow(weeks: 0, spans: nil, start: nil)

    private init(weeks: Int, spans: ClosedRange<Int>?, start: Timestamp?) {
        self.weeks = weeks
        self.spans = spans
        self.start = start
    }

    /// The span in which a moment lies and the one before it.
    private init(weeks: Int, before moment: Timestamp) {
        let last = max(0, ListWindow.week(of: moment)) / weeks
        let first = max(0, last - 1)
        let start = Timestamp(seconds: Int64(first) * Int64(weeks) * ListWindow.week)
        self.init(weeks: weeks, spans: first...last, start: first > 0 ? start : nil)
    }

    /// The windows in their order, for who looks backwards from a moment to another.
    ///
    /// Many weeks hold many reports of one value, so they are opened one after the other. To intersect several conditions
    /// costs more than what they have in common, so they are asked about less often; so are words, of which all that is
    /// known has to be read each time.
    static func windows(
        before moment: Timestamp,
        from start: Timestamp?,
        conditions: Int,
        isSearch: Bool
    ) -> [ListWindow] {
        let lengths: [Int] =
            switch conditions {
            case _ where isSearch: [4]
            case ...1: [4, 16, 64]
            case 2: [4, 16]
            default: []
            }
        var windows: [ListWindow] = []
        for weeks in lengths {
            let window = ListWindow(weeks: weeks, before: moment)
            windows.append(window)
            guard let first = window.start else { return windows }
            if let start, start >= first { return windows }
        }
        return windows + [.whole]
    }

    /// The number that `report_week` gives a moment.
    static func week(of moment: Timestamp) -> Int {
        let seconds = moment.seconds
        return Int(seconds >= 0 ? seconds / week : (seconds + 1) / week - 1)
    }
}
