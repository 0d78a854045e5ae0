/// An area within a ring, without the areas within its holes.
package struct Polygon<Position: PlanePosition>: Hashable, Sendable {
    /// The outer border.
    package let exterior: LinearRing<Position>
    /// The borders of what is cut out.
    package let holes: [LinearRing<Position>]

    /// An area within `exterior` and outside of `holes`.
    package init(exterior: LinearRing<Position>, holes: [LinearRing<Position>] = []) {
        self.exterior = exterior
        self.holes = holes
    }
}
