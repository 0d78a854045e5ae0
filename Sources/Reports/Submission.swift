package import Geography

/// What a door hands over: a report that nobody has checked against the city yet.
package struct Submission: Sendable, Equatable {
    /// The longest description that is taken, in characters.
    package static let longestDescription = 4_000

    package let category: String
    package let description: String
    package let coordinate: Coordinate

    package init(category: String, description: String, coordinate: Coordinate) {
        self.category = category
        self.description = description
        self.coordinate = coordinate
    }
}
