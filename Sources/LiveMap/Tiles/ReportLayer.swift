import Formats
import Geography
import Reports

/// The layer `reports` of a vector tile (MVT 2.1, section 4.1) that is being written.
///
/// Features and values go to two buffers, each written once from its beginning to its end: with 4,500 reports a tile
/// it matters what a feature costs.
struct ReportLayer: ~Copyable {
    static let name = "reports"

    private let symbols: Symbols
    private let prefixes: [[UInt8]]
    private var features: ByteWriter
    private var values: ByteWriter
    private var valueCount: UInt64 = 0
    private var keys: [String] = []
    private var keyNumbers = [UInt8](repeating: FeatureKey.unknown, count: FeatureKey.names.count)
    /// The numbers of values that stand in the layer already, by symbol, state and so on; 0 where they don't yet.
    private var categories: [UInt64]
    private var states = [UInt64](repeating: 0, count: StateSlot.count)
    private var kinds = [UInt64](repeating: 0, count: 4)
    private var smallNumbers = [UInt16](repeating: 0, count: 1_024)
    private var largeNumbers: [UInt32: UInt64] = [:]
    private var truth: UInt64 = 0

    init(_ symbols: Symbols, pins: Int, clusters: Int) {
        self.symbols = symbols
        prefixes = symbols.prefixes.names.map { Array("\($0)-".utf8) }
        categories = [UInt64](repeating: 0, count: symbols.categories.names.count)
        features = ByteWriter(reserving: pins * 40 + clusters * 64)
        values = ByteWriter(reserving: 512 + pins * 48)
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
        start.appendField(3, length: head.count + features.count + values.count + tail.count)
        start += head
        let total = start.count + features.count + values.count + tail.count
        return unsafe [UInt8](unsafeUninitializedCapacity: total) { buffer, count in
            guard var place = buffer.baseAddress else { return }
            unsafe place.update(from: start, count: start.count)
            unsafe place += start.count
            unsafe features.copy(to: place)
            unsafe place += features.count
            unsafe values.copy(to: place)
            unsafe place += values.count
            unsafe place.update(from: tail, count: tail.count)
            count = total
        }
    }
}

// MARK: Features

extension ReportLayer {
    /// Writes a pin: a report's number, what it is about, where it stands and since when.
    mutating func add(_ row: Int, of columns: PinRows, state: StateSlot, at position: TilePosition) {
        let traits = columns.traits(row)
        let number = columns.number(row)
        let values = (
            addNumber(number, prefix: traits.prefix), category(columns.category(row)), kind(of: traits),
            self.state(state), addTime(columns.created(row)), integer(columns.supporters(row))
        )
        let keys = (key(.number), key(.category), key(.kind), key(.status), key(.created), key(.supporters))
        let start = begin(FeatureID.pin(number))
        put(keys.0, values.0)
        put(keys.1, values.1)
        put(keys.2, values.2)
        put(keys.3, values.3)
        put(keys.4, values.4)
        put(keys.5, values.5)
        end(start, at: position)
    }

    /// Writes a cluster: how many, in which states, of what mostly, and when it comes apart.
    mutating func add(_ cluster: Cluster, at position: TilePosition) {
        let start = begin(FeatureID.cluster(cluster.cell))
        put(key(.cluster), yes())
        put(key(.count), integer(UInt32(clamping: cluster.count)))
        put(key(.open), integer(UInt32(clamping: cluster.open)))
        for index in cluster.states.indices where cluster.states[index] > 0 && index != StateSlot.open.index {
            put(key(.state(StateSlot(index: index))), integer(cluster.states[index]))
        }
        if let opens = cluster.opens { put(key(.opens), integer(UInt32(opens))) }
        put(key(.category), category(cluster.category))
        end(start, at: position)
    }

    /// Begins a feature, and returns where its two lengths have to be put.
    ///
    /// They fit into a byte: a cluster has at most 22 tags of up to four bytes.
    @inline(__always)
    private mutating func begin(_ id: UInt64) -> (feature: Int, tags: Int) {
        features.reserve(160)
        features.put(2 << 3 | 2)
        let feature = features.count
        features.put(0)
        features.put(1 << 3)
        features.put(varint: id)
        features.put(2 << 3 | 2)
        let tags = features.count
        features.put(0)
        return (feature, tags)
    }

    @inline(__always)
    private mutating func put(_ key: UInt8, _ value: UInt64) {
        features.put(key)
        features.put(varint: value - 1)
    }

    @inline(__always)
    private mutating func end(_ start: (feature: Int, tags: Int), at position: TilePosition) {
        features.replace(at: start.tags, with: UInt8(truncatingIfNeeded: features.count - start.tags - 1))
        features.put(3 << 3)
        features.put(1)
        features.put(4 << 3 | 2)
        let geometry = features.count
        features.put(0)
        features.put(9)
        features.put(zigzag: position.x)
        features.put(zigzag: position.y)
        features.replace(at: geometry, with: UInt8(truncatingIfNeeded: features.count - geometry - 1))
        features.replace(at: start.feature, with: UInt8(truncatingIfNeeded: features.count - start.feature - 1))
    }
}

// MARK: Keys and values

extension ReportLayer {
    /// The number of a key, made known at its first use.
    @inline(__always)
    private mutating func key(_ key: FeatureKey) -> UInt8 {
        if keyNumbers[key.index] == FeatureKey.unknown {
            keyNumbers[key.index] = UInt8(keys.count)
            keys.append(FeatureKey.names[key.index])
        }
        return keyNumbers[key.index]
    }

    /// The number of the value that comes next, counted from 1.
    @inline(__always)
    private mutating func nextValue() -> UInt64 {
        valueCount += 1
        return valueCount
    }

    /// Puts the head of a value that is a text of so many bytes, fewer than 126.
    @inline(__always)
    private mutating func beginText(_ length: Int) -> UInt64 {
        values.reserve(4 + length)
        values.put(4 << 3 | 2)
        values.put(UInt8(truncatingIfNeeded: length + 2))
        values.put(1 << 3 | 2)
        values.put(UInt8(truncatingIfNeeded: length))
        return nextValue()
    }

    private mutating func addText(_ text: String) -> UInt64 {
        let bytes = Array(text.utf8.prefix(125))
        let value = beginText(bytes.count)
        values.put(bytes)
        return value
    }

    /// Every report has a number of its own: it is never looked up.
    @inline(__always)
    private mutating func addNumber(_ number: UInt64, prefix: UInt16) -> UInt64 {
        let year = Int(number / 1_000_000_000)
        let serial = Int(number % 1_000_000_000)
        let digits = serial < 1_000_000 ? 6 : serial < 10_000_000 ? 7 : serial < 100_000_000 ? 8 : 9
        let prefix = prefixes[Int(prefix)]
        let value = beginText(prefix.count + 5 + digits)
        values.put(prefix)
        values.put(year, digits: 4)
        values.put(UInt8(ascii: "-"))
        values.put(serial, digits: digits)
        return value
    }

    /// A moment as RFC 3339 has it; hardly two reports share one.
    @inline(__always)
    private mutating func addTime(_ seconds: UInt32) -> UInt64 {
        let (year, month, day) = CivilDate(daysSince1970: Int64(seconds / 86_400)).components
        let second = Int(seconds % 86_400)
        let value = beginText(20)
        values.put(year, digits: 4)
        values.put(UInt8(ascii: "-"))
        values.put(month, digits: 2)
        values.put(UInt8(ascii: "-"))
        values.put(day, digits: 2)
        values.put(UInt8(ascii: "T"))
        values.put(second / 3_600, digits: 2)
        values.put(UInt8(ascii: ":"))
        values.put(second / 60 % 60, digits: 2)
        values.put(UInt8(ascii: ":"))
        values.put(second % 60, digits: 2)
        values.put(UInt8(ascii: "Z"))
        return value
    }

    @inline(__always)
    private mutating func category(_ symbol: UInt16) -> UInt64 {
        let known = categories[Int(symbol)]
        if known > 0 { return known }
        let value = addText(symbols.categories[symbol])
        categories[Int(symbol)] = value
        return value
    }

    @inline(__always)
    private mutating func state(_ slot: StateSlot) -> UInt64 {
        let known = states[slot.index]
        if known > 0 { return known }
        let value = addText(StateSlot.names[slot.index])
        states[slot.index] = value
        return value
    }

    @inline(__always)
    private mutating func kind(of traits: PinTraits) -> UInt64 {
        let known = kinds[traits.kindIndex]
        if known > 0 { return known }
        let value = addText(traits.kind.rawValue)
        kinds[traits.kindIndex] = value
        return value
    }

    @inline(__always)
    private mutating func integer(_ number: UInt32) -> UInt64 {
        if number < UInt32(smallNumbers.count), smallNumbers[Int(number)] > 0 {
            return UInt64(smallNumbers[Int(number)])
        }
        return addInteger(number)
    }

    private mutating func addInteger(_ number: UInt32) -> UInt64 {
        if let known = largeNumbers[number] { return known }
        values.reserve(12)
        values.put(4 << 3 | 2)
        values.put(UInt8(1 + varintLength(UInt64(number))))
        values.put(5 << 3)
        values.put(varint: UInt64(number))
        let value = nextValue()
        if number < UInt32(smallNumbers.count), value <= UInt64(UInt16.max) {
            smallNumbers[Int(number)] = UInt16(value)
        } else {
            largeNumbers[number] = value
        }
        return value
    }

    private mutating func yes() -> UInt64 {
        if truth > 0 { return truth }
        values.reserve(4)
        values.put(4 << 3 | 2)
        values.put(2)
        values.put(7 << 3)
        values.put(1)
        truth = nextValue()
        return truth
    }
}
