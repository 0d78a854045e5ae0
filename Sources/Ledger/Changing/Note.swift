import Reports

/// Words that go with something that happens to a report.
package struct Note: Sendable, Equatable {
    /// The longest text that is taken, in characters.
    package static let longest = 4_000

    /// As it was written.
    package let text: String
    /// With personal data masked.
    package let publicText: String
    /// Whether everybody may read it, masked; if not, it is for staff.
    package let isPublic: Bool

    /// Words whose personal data are masked for everybody.
    package init(_ text: String, isPublic: Bool) {
        self.text = text
        self.isPublic = isPublic
        publicText = Masking.masked(text)
    }

    /// The masked text, if anything had to be masked in it.
    var differingText: String? { publicText == text ? nil : publicText }
}
