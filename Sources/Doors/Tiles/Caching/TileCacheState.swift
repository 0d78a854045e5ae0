import Geography
import HTTP
import LiveMap

/// What a cache of tiles holds, in two generations: what nobody asked for while a half of it filled goes.
struct TileCacheState {
    /// A tile that is kept.
    struct Kept {
        let content: TileCache.Content
    }

    private typealias Variants = [TileVariant: TileCache.Content]

    /// The latest changes, as far back as any tile that is being made may go.
    private struct Change {
        let place: MortonKey
        let sequence: UInt64
    }

    private let limit: Int
    private var young: [Tile: Variants] = [:]
    private var old: [Tile: Variants] = [:]
    private var youngBytes = 0
    private var oldBytes = 0
    private var changes: [Change] = []
    /// Tiles made of a snapshot before this one are not taken in.
    private var floor: UInt64 = 0

    /// What a tile's entry takes beside its bytes.
    private static let overhead = 512
    private static let mostChanges = Snapshot.mostChangesApart

    init(limit: Int) {
        self.limit = limit
    }

    var byteCount: Int { youngBytes + oldBytes }

    /// The tile as it is kept; nil if it isn't.
    mutating func find(_ tile: Tile, _ variant: TileVariant) -> Kept? {
        if let content = young[tile]?[variant] { return Kept(content: content) }
        guard let content = old[tile]?.removeValue(forKey: variant) else { return nil }
        oldBytes -= TileCacheState.size(of: content, variant)
        add(content, of: tile, variant)
        return Kept(content: content)
    }

    /// Keeps a tile unless a change has touched it since the snapshot.
    mutating func keep(
        _ content: TileCache.Content,
        of tile: Tile,
        _ variant: TileVariant,
        madeOf snapshot: Snapshot
    ) {
        guard snapshot.sequence >= floor, TileCacheState.size(of: content, variant) <= limit / 2 else {
            return
        }
        for change in changes.reversed() where change.sequence > snapshot.sequence {
            let footprint = TileFootprint(of: change.place, zoom: tile.zoom, in: snapshot)
            if footprint?.concerns(tile, variant) != false { return }
        }
        if let known = young[tile]?.removeValue(forKey: variant) {
            youngBytes -= TileCacheState.size(of: known, variant)
        }
        add(content, of: tile, variant)
    }

    private mutating func add(_ content: TileCache.Content, of tile: Tile, _ variant: TileVariant) {
        let size = TileCacheState.size(of: content, variant)
        if youngBytes + size > limit / 2 {
            old = young
            oldBytes = youngBytes
            young = [:]
            youngBytes = 0
        }
        young[tile, default: [:]][variant] = .some(content)
        youngBytes += size
    }

    /// Drops the tiles that a change at a place touches.
    mutating func drop(_ place: MortonKey, in snapshot: Snapshot) {
        remember(Change(place: place, sequence: snapshot.sequence))
        guard byteCount > 0 else { return }
        for zoom in Tile.zooms {
            guard let footprint = TileFootprint(of: place, zoom: zoom, in: snapshot) else { continue }
            for tile in [footprint.own] + footprint.bordering + footprint.around {
                youngBytes -= TileCacheState.drop(tile, from: &young) { footprint.concerns(tile, $0) }
                oldBytes -= TileCacheState.drop(tile, from: &old) { footprint.concerns(tile, $0) }
            }
        }
    }

    /// Drops everything.
    mutating func dropAll(at sequence: UInt64) {
        young = [:]
        old = [:]
        youngBytes = 0
        oldBytes = 0
        changes = []
        floor = max(floor, sequence)
    }

    private mutating func remember(_ change: Change) {
        changes.append(change)
        guard changes.count > TileCacheState.mostChanges else { return }
        let forgotten = changes.prefix(TileCacheState.mostChanges / 2)
        floor = max(floor, forgotten.map(\.sequence).max() ?? 0)
        changes.removeFirst(forgotten.count)
    }

    /// Takes a tile's variants out, and returns how many bytes they took.
    private static func drop(
        _ tile: Tile,
        from tiles: inout [Tile: Variants],
        where isStale: (TileVariant) -> Bool
    ) -> Int {
        guard let variants = tiles[tile] else { return 0 }
        let stale = variants.filter { isStale($0.key) }
        guard !stale.isEmpty else { return 0 }
        let left = variants.filter { !isStale($0.key) }
        tiles[tile] = left.isEmpty ? nil : left
        return stale.reduce(0) { $0 + size(of: $1.value, $1.key) }
    }

    private static func size(of content: TileCache.Content, _ variant: TileVariant) -> Int {
        // The compressed form, made when somebody wants it, is hardly half of the other.
        let filter = variant.view.filter
        let names =
            (filter.categories?.count ?? 0) + (filter.units?.count ?? 0) + (filter.districts?.count ?? 0)
        return overhead + 64 * names + (content.map { $0.identity.count * 3 / 2 } ?? 0)
    }
}
