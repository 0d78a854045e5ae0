import Geography
import HTTP
package import LiveMap
import Synchronization

/// Tiles that were made before, bounded by their bytes.
///
/// A change of the map drops the tiles that it touches, at every zoom and under every filter, and no others. A tile
/// that was made of a snapshot older than its last change is not taken in, however late it comes.
package final class TileCache: Sendable {
    /// A tile's bytes; nil if it is empty.
    typealias Content = PreparedBody?

    private let limit: Int
    private let state: Mutex<TileCacheState>

    /// A cache of at most so many bytes; none of them for no cache at all.
    package init(bytes limit: Int) {
        self.limit = limit
        state = Mutex(TileCacheState(limit: limit))
    }

    /// The tile as it is kept, or as `make` makes it of the map as it stands.
    func content(
        of tile: Tile,
        _ variant: TileVariant,
        in map: LiveMap,
        make: (Snapshot) -> Content
    ) -> Content {
        guard limit > 0 else { return make(map.snapshot) }
        if let kept = state.withLock({ $0.find(tile, variant) }) { return kept.content }
        let snapshot = map.snapshot
        let content = make(snapshot)
        state.withLock { $0.keep(content, of: tile, variant, madeOf: snapshot) }
        return content
    }

    /// Drops what a change touches; to be told of each, once snapshots show it.
    package func take(_ change: MapChange, of snapshot: Snapshot) {
        guard limit > 0 else { return }
        switch change {
        case .everything: state.withLock { $0.dropAll(at: snapshot.sequence) }
        case .places(let places):
            for place in places { state.withLock { $0.drop(place, in: snapshot) } }
        }
    }

    /// How many bytes are kept.
    package var byteCount: Int { state.withLock { $0.byteCount } }
}
