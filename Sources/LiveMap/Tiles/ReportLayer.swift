import Formats
import Geography
import Reports

/// The layer `reports` of a vector tile (MVT 2.1, section 4.1) that is being written.
///
/// Features and values go to two buffers, each written once from its beginning to its end: with 4,500 reports a tile
/// it matters what a feature costs.
struct ReportLayer: ~Copyable {
    static let name = "reports"

    private var features: ByteWriter
    private var values: LayerValues
    private var keys: [String] = []
    /// The numbers of the keys that every pin has, once there is one.
    private var pinKeys: PinKeys?
    private var keyNumbers = [UInt8](repeating: FeatureKey.unknown, count: FeatureKey.names.count)

    private struct PinKeys {
        let number: UInt8
        let category: UInt8
        let kind: UInt8
        let status: UInt8
        let created: UInt8
        let supporters: UInt8
    }

    init(_ symbols: Symbols, pins: Int, clusters: Int) {
        features = ByteWriter(reserving: pins * 40 + clusters * 64 + FeaturePen.most)
        values = LayerValues(symbols, pins: pins, clusters: clusters)
    }

    /// The tile's bytes: none if nothing was drawn.
    consuming func bytes() -> [UInt8] {
        guard features.count > 0 else { return [] }
        var head: [UInt8] = [15 << 3, 2]
        head.appendField(1, text: ReportLayer.name)
        var tail: [UInt8] = []
        for key in keys { tail.appendField(3, text: key) }
        tail.appendField(5, varint: UInt64(VectorTile.extent))
        var start: [UInt8] = []
        start.appendField(3, length: head.count + features.count + values.writer.count + tail.count)
        start += head
        let total = start.count + features.count + values.writer.count + tail.count
        return unsafe [UInt8](unsafeUninitializedCapacity: total) { buffer, count in
            guard var place = buffer.baseAddress else { return }
            unsafe place.update(from: start, count: start.count)
            unsafe place += start.count
            unsafe features.copy(to: place)
            unsafe place += features.count
            unsafe values.writer.copy(to: place)
            unsafe place += values.writer.count
            unsafe place.update(from: tail, count: tail.count)
            count = total
        }
    }
}

// MARK: Features

extension ReportLayer {
    /// Writes a pin: a report's number, what it is about, where it stands and since when, and how many it leads.
    mutating func add(_ row: Int, of columns: PinRows, state: StateSlot, at position: TilePosition) {
        let traits = columns.traits(row)
        let number = columns.number(row)
        let own = values.report(number, prefix: traits.prefix, created: columns.created(row))
        let shared = (
            values.category(columns.category(row)), values.kind(of: traits), values.state(state),
            values.integer(columns.supporters(row))
        )
        let members = columns.members(row)
        let keys = pinKeys ?? addPinKeys()
        var feature = FeaturePen(features.pen(for: FeaturePen.most), id: FeatureID.pin(number))
        feature.put(keys.number, own.number)
        feature.put(keys.category, shared.0)
        feature.put(keys.kind, shared.1)
        feature.put(keys.status, shared.2)
        feature.put(keys.created, own.moment)
        feature.put(keys.supporters, shared.3)
        if members > 0 { feature.put(key(.members), values.integer(members)) }
        features.take(feature.end(at: position))
    }

    /// Writes a cluster: how many, in which states, of what mostly, and when it comes apart.
    mutating func add(_ cluster: Cluster, of drawing: Drawing, at position: TilePosition) {
        var feature = FeaturePen(features.pen(for: FeaturePen.most), id: FeatureID.cluster(cluster.cell))
        feature.put(key(.cluster), values.yes())
        feature.put(key(.count), values.integer(UInt32(clamping: cluster.count)))
        feature.put(key(.open), values.integer(cluster.open))
        drawing.forEachState(of: cluster) { feature.put(key(.state($0)), values.integer($1)) }
        if let opens = cluster.opens { feature.put(key(.opens), values.integer(UInt32(opens))) }
        feature.put(key(.category), values.category(cluster.category))
        features.take(feature.end(at: position))
    }
}

// MARK: Keys

extension ReportLayer {
    /// The number of a key, made known at its first use.
    @inline(__always)
    private mutating func key(_ key: FeatureKey) -> UInt8 {
        let known = keyNumbers[key.index]
        return known != FeatureKey.unknown ? known : add(key)
    }

    private mutating func addPinKeys() -> PinKeys {
        let keys = PinKeys(
            number: key(.number),
            category: key(.category),
            kind: key(.kind),
            status: key(.status),
            created: key(.created),
            supporters: key(.supporters)
        )
        pinKeys = keys
        return keys
    }

    private mutating func add(_ key: FeatureKey) -> UInt8 {
        let number = UInt8(keys.count)
        keyNumbers[key.index] = number
        keys.append(FeatureKey.names[key.index])
        return number
    }
}
