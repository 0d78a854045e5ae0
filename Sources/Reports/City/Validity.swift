package import Formats

/// The days on which something of the city is in force.
package struct Validity: Hashable, Sendable {
    /// The first day in force; nil for as long as anybody remembers.
    package let from: CivilDate?
    /// The first day no longer in force; nil as long as nothing else is known.
    package let until: CivilDate?

    /// A span of days.
    package init(from: CivilDate? = nil, until: CivilDate? = nil) {
        self.from = from
        self.until = until
    }

    /// In force on every day.
    package static let always = Validity()

    /// Whether there is a day at all.
    package var isPossible: Bool {
        guard let from, let until else { return true }
        return from < until
    }

    /// Whether a day is among them.
    package func contains(_ day: CivilDate) -> Bool {
        if let from, day < from { return false }
        if let until, day >= until { return false }
        return true
    }

    /// Whether two spans share a day.
    package func overlaps(_ other: Validity) -> Bool {
        if let until, let start = other.from, start >= until { return false }
        if let from, let end = other.until, from >= end { return false }
        return isPossible && other.isPossible
    }
}
