package import Formats

/// How a deadline stands.
package enum DeadlineState: String, CaseIterable, Sendable {
    /// It isn't done, and there is time.
    case due
    /// It isn't done, and the time is over.
    case late
    /// It was done in time.
    case met
    /// It was done too late.
    case missed

    /// How a deadline stands at a moment; `done` is when that was done which it is about.
    package init(_ deadline: Timestamp, done: Timestamp?, at now: Timestamp) {
        if let done {
            self = done < deadline ? .met : .missed
        } else {
            self = now < deadline ? .due : .late
        }
    }
}
