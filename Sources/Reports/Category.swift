package import Formats

/// What a report can be about.
package struct Category: Sendable, Equatable {
    /// `road.pothole`: what machines use and what never changes.
    package let code: String
    /// The heading under which people look for it.
    package let group: LocalizedText
    package let kind: ReportKind
    package let name: LocalizedText
    /// The code of the unit in charge where no rule of the territory says otherwise.
    package let unit: String

    package init(code: String, group: LocalizedText, kind: ReportKind, name: LocalizedText, unit: String) {
        self.code = code
        self.group = group
        self.kind = kind
        self.name = name
        self.unit = unit
    }
}
