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

    /// Whether it shows what lies in the buffer around the tile.
    var hasBuffer: Bool { format == .vectorTile }
}
