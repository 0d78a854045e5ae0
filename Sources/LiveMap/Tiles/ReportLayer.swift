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
    private var texts: [String: UInt64] = [:]
    private var moments: MomentIndex
    /// How the numbers of one prefix and year begin.
    private var start = (year: UInt64(0), prefix: UInt16.max, text: [UInt8]())

    init(_ symbols: Symbols, pins: Int, clusters: Int) {
        self.symbols = symbols
        prefixes = symbols.prefixes.names.map { Array("\($0)-".utf8) }
        categories = [UInt64](repeating: 0, count: symbols.categories.names.count)
        moments = MomentIndex(most: pins)
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
            self.state(state), moment(columns.created(row)), integer(columns.supporters(row))
        )
        let keys = (key(.number), key(.category), key(.kind), key(.status), key(.created), key(.supporters))
        var feature = FeaturePen(features.pen(for: FeaturePen.most), id: FeatureID.pin(number))
        feature.put(keys.0, values.0)
        feature.put(keys.1, values.1)
        feature.put(keys.2, values.2)
        feature.put(keys.3, values.3)
        feature.put(keys.4, values.4)
        feature.put(keys.5, values.5)
        features.take(feature.end(at: position))
    }

    /// Writes a cluster: how many, in which states, of what mostly, and when it comes apart.
    mutating func add(_ cluster: Cluster, at position: TilePosition) {
        var feature = FeaturePen(features.pen(for: FeaturePen.most), id: FeatureID.cluster(cluster.cell))
        feature.put(key(.cluster), yes())
        feature.put(key(.count), integer(UInt32(clamping: cluster.count)))
        feature.put(key(.open), integer(UInt32(clamping: cluster.open)))
        for index in cluster.states.indices where cluster.states[index] > 0 && index != StateSlot.open.index {
            feature.put(key(.state(StateSlot(index: index))), integer(cluster.states[index]))
        }
        if let opens = cluster.opens { feature.put(key(.opens), integer(UInt32(opens))) }
        feature.put(key(.category), category(cluster.category))
        features.take(feature.end(at: position))
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

    private mutating func addText(_ text: String) -> UInt64 {
        // A category may be called like a status.
        if let known = texts[text] { return known }
        let bytes = Array(text.utf8.prefix(120))
        var pen = values.pen(for: 4 + bytes.count)
        pen.beginText(bytes.count)
        pen.put(bytes)
        values.take(pen)
        let value = nextValue()
        texts[text] = value
        return value
    }

    /// Every report has a number of its own: it is never looked up.
    @inline(__always)
    private mutating func addNumber(_ number: UInt64, prefix: UInt16) -> UInt64 {
        let year = number / 1_000_000_000
        if year != start.year || prefix != start.prefix {
            start = (year, prefix, prefixes[Int(prefix)] + Array("\(year)-".utf8))
        }
        var pen = values.pen(for: 64)
        let serial = Int(number - year * 1_000_000_000)
        let digits = serial < 1_000_000 ? 6 : serial < 10_000_000 ? 7 : serial < 100_000_000 ? 8 : 9
        pen.beginText(start.text.count + digits)
        pen.put(start.text)
        pen.put(sixDigits: serial)
        values.take(pen)
        return nextValue()
    }

    /// A moment is mostly one report's, but values have to be unique in a layer.
    @inline(__always)
    private mutating func moment(_ created: UInt32) -> UInt64 {
        let (known, isNew) = moments.value(of: created, orElse: valueCount + 1)
        guard isNew else { return known }
        var pen = values.pen(for: 24)
        pen.beginText(20)
        pen.put(time: created)
        values.take(pen)
        return nextValue()
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
        var pen = values.pen(for: 12)
        pen.put(4 << 3 | 2)
        pen.put(UInt8(1 + varintLength(UInt64(number))))
        pen.put(5 << 3)
        pen.put(varint: UInt64(number))
        values.take(pen)
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
        var pen = values.pen(for: 4)
        pen.put(4 << 3 | 2)
        pen.put(2)
        pen.put(7 << 3)
        pen.put(1)
        values.take(pen)
        truth = nextValue()
        return truth
    }
}
