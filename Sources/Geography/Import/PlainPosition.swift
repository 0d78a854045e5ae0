/// Two numbers of a file before it is known what they mean, the one to the east first.
package struct PlainPosition: PlanePosition {
    package let x: Double
    package let y: Double

    /// A pair of numbers; nil unless both are finite.
    package init?(x: Double, y: Double) {
        guard x.isFinite, y.isFinite else { return nil }
        self.x = x
        self.y = y
    }

    /// The same pair with its axes in the other order.
    var swapped: PlainPosition { PlainPosition(unchecked: y, x) }

    private init(unchecked x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}
