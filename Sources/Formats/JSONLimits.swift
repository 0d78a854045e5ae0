/// How much a JSON text may hold.
package struct JSONLimits: Sendable {
    private static let deepest = 128

    /// Bytes of the whole text.
    package let bytes: Int
    /// Objects and arrays inside each other; never more than 128, which every thread's stack can bear.
    package let depth: Int
    /// Values of all kinds, containers included.
    package let values: Int

    /// Gives every bound.
    package init(bytes: Int, depth: Int = 32, values: Int) {
        self.bytes = bytes
        self.depth = min(depth, Self.deepest)
        self.values = values
    }

    /// For the body of a request.
    package static let request = JSONLimits(bytes: 1 << 20, values: 50_000)
    /// For the files of a city's data, which the operator chose.
    package static let file = JSONLimits(bytes: 256 << 20, values: 50_000_000)
}
