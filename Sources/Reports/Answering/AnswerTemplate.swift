package import Formats

/// A public answer that editors have written beforehand, for a category, a state, or all of them.
package struct AnswerTemplate: Sendable, Equatable {
    /// The longest name, in characters.
    package static let longestName = 80
    /// The longest text, in characters.
    package static let longestText = 4_000

    /// What staff choose it by.
    package let name: String
    /// The code of the category that it answers; nil for all.
    package let category: String?
    /// The state that it explains; nil for all.
    package let status: ReportStatus?
    /// What it says, with names in braces.
    package let text: LocalizedText

    /// Joins the parts.
    package init(name: String, category: String?, status: ReportStatus?, text: LocalizedText) {
        self.name = name
        self.category = category
        self.status = status
        self.text = text
    }
}
