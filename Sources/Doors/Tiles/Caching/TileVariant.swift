import Geography
import LiveMap

/// What makes two requests for a tile ask for the same bytes, the tile itself apart.
struct TileVariant: Hashable, Sendable {
    /// The encodings that tiles come in.
    enum Format: Hashable, Sendable {
        case geoJSON
        case vectorTile
    }

    let format: Format
    let view: MapView

    /// Hashes as little as it can of the view that nearly everybody has.
    func hash(into hasher: inout Hasher) {
        hasher.combine(format)
        hasher.combine(view.day.date)
        if view.filter != .usual || view.clustering == .off || view.viewer != .everyone {
            hasher.combine(view)
        }
    }

    /// Whether it shows what lies in the buffer around the tile.
    var hasBuffer: Bool { format == .vectorTile }
}
