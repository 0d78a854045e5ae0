/// A layer of a vector tile that is being written: features of one sort with the keys and values they share.
///
/// A feature is begun, tagged, drawn and ended. Writing one more allocates nothing once the layer's buffers are
/// large enough; `removeAll` empties a layer and keeps them.
package struct VectorTileLayer: Sendable {
    /// What the features of a layer are drawn as.
    package enum Kind: UInt8, Sendable {
        case points = 1
        case lines = 2
        case polygons = 3
    }

    /// A key that the layer knows.
    package struct Key: Sendable {
        fileprivate let index: UInt64
    }

    /// A value that the layer knows.
    package struct Value: Sendable {
        fileprivate let index: UInt64
    }

    private let name: String
    private let extent: Int
    private var keyIndex: [String: UInt64] = [:]
    private var keys: [UInt8] = []
    private var valueIndex: [VectorTileValue: UInt64] = [:]
    private var values: [UInt8] = []
    private var features: [UInt8] = []
    private var scratch: [UInt8] = []

    private var id: UInt64 = 0
    private var kind = Kind.points
    private var tags: [UInt8] = []
    var geometry: [UInt8] = []
    var pen = TilePosition(x: 0, y: 0)

    /// A layer with nothing in it.
    package init(name: String, extent: Int = VectorTile.extent) {
        self.name = name
        self.extent = extent
    }

    /// Whether it has no features.
    package var isEmpty: Bool { features.isEmpty }

    /// Forgets all features, keys and values, but keeps the room they took.
    package mutating func removeAll() {
        keyIndex.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        valueIndex.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        features.removeAll(keepingCapacity: true)
    }

    /// The key of this name, made known at its first use.
    package mutating func key(_ name: String) -> Key {
        if let known = keyIndex[name] { return Key(index: known) }
        let index = UInt64(keyIndex.count)
        keyIndex[name] = index
        keys.appendField(3, text: name)
        return Key(index: index)
    }

    /// The value, made known at its first use.
    package mutating func value(_ value: VectorTileValue) -> Value {
        if let known = valueIndex[value] { return Value(index: known) }
        let index = UInt64(valueIndex.count)
        valueIndex[value] = index
        scratch.removeAll(keepingCapacity: true)
        scratch.appendMessage(value)
        values.appendField(4, bytes: scratch)
        return Value(index: index)
    }

    /// Begins a feature.
    ///
    /// The `id` is unique within the layer, and below 2^53, or scripts cannot tell it from its neighbours.
    package mutating func begin(_ kind: Kind, id: UInt64) {
        self.id = id
        self.kind = kind
        tags.removeAll(keepingCapacity: true)
        geometry.removeAll(keepingCapacity: true)
        pen = TilePosition(x: 0, y: 0)
    }

    /// Says something of the feature.
    package mutating func tag(_ key: Key, _ value: Value) {
        tags.appendVarint(key.index)
        tags.appendVarint(value.index)
    }

    /// Says something of the feature.
    package mutating func tag(_ key: String, _ value: VectorTileValue) {
        tag(self.key(key), self.value(value))
    }

    /// Ends the feature; one without geometry is left out.
    package mutating func end() {
        guard !geometry.isEmpty else { return }
        let tagBytes = tags.isEmpty ? 0 : 1 + varintLength(UInt64(tags.count)) + tags.count
        let drawn = 1 + varintLength(UInt64(geometry.count)) + geometry.count
        features.appendField(2, length: 1 + varintLength(id) + tagBytes + 2 + drawn)
        features.appendField(1, varint: id)
        if !tags.isEmpty { features.appendField(2, bytes: tags) }
        features.appendField(3, varint: UInt64(kind.rawValue))
        features.appendField(4, bytes: geometry)
    }
}

extension VectorTileLayer {
    /// How many bytes the layer's message has.
    var length: Int {
        let named = name.utf8.count
        return 2 + 1 + varintLength(UInt64(named)) + named + features.count + keys.count + values.count + 1
            + varintLength(UInt64(extent))
    }

    /// Appends the layer's message (MVT 2.1, section 4.1), its version and name first.
    func append(to bytes: inout [UInt8]) {
        bytes.append(15 << 3)
        bytes.append(2)
        bytes.appendField(1, text: name)
        bytes.append(contentsOf: features)
        bytes.append(contentsOf: keys)
        bytes.append(contentsOf: values)
        bytes.appendField(5, varint: UInt64(extent))
    }
}
