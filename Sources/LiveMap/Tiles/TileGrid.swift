import Geography

/// How a tile is cut into cells: 16 by 16, each of which is drawn as its reports or as one cluster.
enum TileGrid {
    /// A tile has 2^4 cells a side: some 32 px on a screen, what a cluster's mark takes.
    static let cellZooms = 4
    /// From here on reports are near enough to be told apart: they are clustered no more.
    static let firstSingleZoom = 15
    /// From here on clusters can be switched off.
    static let firstUnclusteredZoom = 14
    /// A tile has at most so many features; beyond, its densest cells are clusters.
    static let mostFeatures = 5_000

    /// By how many bits a key is shifted to become the number of a cell in tiles of a zoom.
    static func shift(at zoom: Int) -> Int64 {
        Int64(2 * (MortonKey.bitsPerAxis - zoom - cellZooms))
    }

    /// The zoom of tiles, after a given one, at which two keys are no longer in one cell.
    static func dividingZoom(low: Int64, high: Int64, after zoom: Int) -> Int {
        let differing = (64 - (low ^ high).leadingZeroBitCount + 1) / 2
        return max(zoom + 1, MortonKey.bitsPerAxis - differing + 1 - cellZooms)
    }

    /// Whether tiles of a zoom show every report under a view, as far as the limit allows.
    static func showsSingles(at zoom: Int, _ clustering: MapView.Clustering) -> Bool {
        zoom >= firstSingleZoom(clustering)
    }

    /// The zoom from which on that is so.
    static func firstSingleZoom(_ clustering: MapView.Clustering) -> Int {
        switch clustering {
        case .on: firstSingleZoom
        case .off: firstUnclusteredZoom
        }
    }
}
