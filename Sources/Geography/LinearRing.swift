/// A closed line: at least four positions, the last repeating the first.
///
/// It may still cross itself; `Shape.defect()` finds that.
package struct LinearRing<Position: PlanePosition>: Hashable, Sendable {
    /// The ring's positions in order, the first one twice.
    package let positions: [Position]

    /// A ring through these positions.
    package init(_ positions: [Position]) throws(GeometryFlaw) {
        guard positions.count >= 4 else { throw .ringTooShort(positions.count) }
        guard positions.first == positions.last else { throw .ringNotClosed }
        self.positions = positions
    }

    /// For positions that another ring vouches for.
    init(unchecked positions: [Position]) {
        self.positions = positions
    }
}
