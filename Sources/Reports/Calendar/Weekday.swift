package import Formats

/// A day of the week, Monday first, as ISO 8601 counts.
package enum Weekday: Int, CaseIterable, Comparable, Sendable {
    case monday = 1
    case tuesday
    case wednesday
    case thursday
    case friday
    case saturday
    case sunday

    /// The weekday of a date.
    package init(_ date: CivilDate) {
        // 1970-01-01 was a Thursday; the remainder is made positive for the days before.
        let fromMonday = ((date.daysSince1970 + 3) % 7 + 7) % 7
        self = Weekday.allCases[Int(fromMonday)]
    }

    /// The weekday of a short English name: `mon`.
    package init?(word: String) {
        let words = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        guard let position = words.firstIndex(of: word) else { return nil }
        self = Weekday.allCases[position]
    }

    package static func < (left: Weekday, right: Weekday) -> Bool {
        left.rawValue < right.rawValue
    }
}
