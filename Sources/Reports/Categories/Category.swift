package import Formats

/// What a report can be about.
package struct Category: Sendable, Equatable {
    /// `road.pothole`: what machines use and what never changes.
    package let code: String
    /// The code of the heading under which people look for it.
    package let group: String
    package let kind: ReportKind
    package let name: LocalizedText
    /// The code of the unit in charge where no rule of the territory says otherwise.
    package let unit: String
}

/// A heading under which people look for categories.
package struct CategoryGroup: Sendable, Equatable {
    package let code: String
    package let name: LocalizedText
}
