/// A line through at least two positions.
package struct LineString<Position: PlanePosition>: Hashable, Sendable {
    /// The line's positions in order, two or more.
    package let positions: [Position]

    /// A line through these positions.
    package init(_ positions: [Position]) throws(GeometryFlaw) {
        guard positions.count >= 2 else { throw .lineTooShort(positions.count) }
        self.positions = positions
    }

    /// For positions that another line vouches for.
    init(unchecked positions: [Position]) {
        self.positions = positions
    }
}
