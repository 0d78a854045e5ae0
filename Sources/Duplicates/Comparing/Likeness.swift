package import Reports

/// How likely two reports are about one matter, and what makes it so.
package struct Likeness: Sendable, Equatable {
    /// From 0, nothing in common, to 1, the same.
    package let value: Double
    /// What was heard.
    package let evidence: EvidenceList
    package let decision: Sameness
    /// How far apart they are.
    package let metres: Double
    /// What each part added to the scales or took from them; what is not named neither added nor took.
    package let shares: [LikenessPart: Double]
}
