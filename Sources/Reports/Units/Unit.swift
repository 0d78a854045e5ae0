package import Formats

/// A party that reports are given to, or that residents are sent to.
package struct Unit: Sendable, Equatable {
    /// What a unit is to the city.
    package enum Kind: String, Sendable {
        /// The city's own: it handles the report.
        case own
        /// Somebody else: no case is opened, the resident is told whom to ask.
        case external
        /// The contact centre itself, which finds out what nobody knows.
        case queue
    }

    /// A desk of a unit: who of it is asked.
    package struct Desk: Sendable, Equatable {
        package let code: String
        package let name: LocalizedText
    }

    /// Who takes over when the unit ends.
    package struct Successor: Sendable, Equatable {
        /// The unit's code.
        package let unit: String
        /// Only these categories, and those of `groups`; everything if both are empty.
        package let categories: [String]
        package let groups: [String]

        /// Whether it takes over everything that no other successor takes.
        package var takesAll: Bool { categories.isEmpty && groups.isEmpty }

        /// Whether it takes over a category by name.
        package func takes(_ category: Category) -> Bool {
            categories.contains(category.code) || groups.contains(category.group)
        }
    }

    /// What machines use and rules name: `ZDMK`.
    package let code: String
    package let name: LocalizedText
    package let kind: Kind
    /// What it is responsible for, in a sentence.
    package let handles: LocalizedText
    /// Whom to ask and what to do; every external unit has it.
    package let advice: LocalizedText?
    /// A short number for emergencies: `991`.
    package let emergencyNumber: String?
    package let validity: Validity
    /// In the order in which they are tried, though one that takes all waits for those that name what they take.
    package let successors: [Successor]
    package let desks: [Desk]

    /// The desk with a code.
    package func desk(_ code: String) -> Desk? {
        desks.first { $0.code == code }
    }

    /// Who takes over a category: the first that names it, else the first that takes all.
    func successor(for category: Category?) -> Successor? {
        if let category, let named = successors.first(where: { $0.takes(category) }) { return named }
        return successors.first { $0.takesAll }
    }
}
