/// How far from all districts a place may lie and still belong to the nearest.
package struct Tolerance: Sendable, Equatable {
    /// In a gap between the outlines of districts, in metres.
    package let gap: Double
    /// Outside of the city's border, in metres.
    package let outside: Double

    /// Both in metres.
    package init(gap: Double, outside: Double) {
        self.gap = gap
        self.outside = outside
    }
}
