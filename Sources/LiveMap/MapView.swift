package import Formats

/// Which of the map's reports somebody wants to see.
package enum MapView: Sendable, Equatable {
    /// What a resident expects: what is open, and what was closed in the last thirty days before `now`.
    case current(now: Timestamp)
    /// Every report.
    case all

    private static let shownAfterClosing: Int64 = 30 * 86_400

    /// The filter as one comparison: only what was closed later than this is shown.
    var closedAfter: Timestamp {
        switch self {
        case .current(let now): now.advanced(bySeconds: -MapView.shownAfterClosing)
        case .all: Timestamp(microseconds: .min)
        }
    }
}
