import Geography

/// A box in metres, for leaving out at once what is far away.
struct MetreBox: Sendable {
    private(set) var minX: Double
    private(set) var minY: Double
    private(set) var maxX: Double
    private(set) var maxY: Double

    /// The smallest box around some places; nil if there are none.
    init?(enclosing places: [Metres]) {
        guard let first = places.first else { return nil }
        (minX, minY, maxX, maxY) = (first.x, first.y, first.x, first.y)
        for place in places.dropFirst() {
            minX = min(minX, place.x)
            minY = min(minY, place.y)
            maxX = max(maxX, place.x)
            maxY = max(maxY, place.y)
        }
    }

    /// Whether a place is inside, or nearer than so many metres on each axis.
    func contains(_ place: Metres, within reach: Double) -> Bool {
        place.x >= minX - reach && place.x <= maxX + reach && place.y >= minY - reach
            && place.y <= maxY + reach
    }
}
