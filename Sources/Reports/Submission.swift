package import Geography

/// What a door hands over: a report that nobody has checked against the city yet.
package struct Submission: Sendable, Equatable {
    /// The longest description that is taken, in characters.
    package static let longestDescription = 4_000

    package let category: String
    package let description: String
    package let coordinate: Coordinate
    /// The sender's answers by the code of the category's question.
    package let answers: [String: [String]]

    package init(
        category: String,
        description: String,
        coordinate: Coordinate,
        answers: [String: [String]] = [:]
    ) {
        self.category = category
        self.description = description
        self.coordinate = coordinate
        self.answers = answers
    }
}
