/// A Mapbox Vector Tile (specification 2.1) that is being written: some layers, one after the other.
package struct VectorTile: Sendable {
    /// How many units wide tiles are.
    package static let extent = 4_096
    /// How many units beyond its edges a tile shows, so that strokes and circles aren't cut.
    package static let buffer = 64

    /// The tile's bytes; none if nothing is in it.
    package private(set) var bytes: [UInt8] = []

    /// A tile with nothing in it, with room for the given number of bytes.
    package init(reserving capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Adds a layer, unless it has no features.
    ///
    /// - Precondition: no other layer of the tile has its name.
    package mutating func append(_ layer: borrowing VectorTileLayer) {
        guard !layer.isEmpty else { return }
        bytes.appendField(3, length: layer.length)
        layer.append(to: &bytes)
    }
}
