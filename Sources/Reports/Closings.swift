package import Formats

/// When a report was closed and reopened, as its statuses follow one another.
package struct Closings: Sendable, Equatable {
    /// Since when it is closed; nil while it is open.
    package private(set) var closed: Timestamp?
    /// When it was closed before, the earliest first.
    package private(set) var spells: [ClosedSpell]

    /// Those of a report so far; an open one that never was closed has none.
    package init(closed: Timestamp? = nil, spells: [ClosedSpell] = []) {
        self.closed = closed
        self.spells = spells
    }

    /// Takes in the next status.
    ///
    /// A report is closed since the first of several closed statuses in a row. A clock that lags behind never makes a
    /// spell end before it began.
    package mutating func reach(_ status: ReportStatus, at moment: Timestamp) {
        switch (closed, status.isOpen) {
        case (nil, false): closed = moment
        case (let since?, true):
            spells.append(ClosedSpell(closed: since, reopened: max(since, moment)))
            closed = nil
        case (nil, true), (_?, false): break
        }
    }
}
