import Geography
import Reports

/// The pins as the writer keeps them: a few sorted runs, the newest pins beside.
struct MapStore: Sendable {
    /// So many of the newest pins make a run.
    static let mostFresh = 64
    /// A run is merged with those after it once they have together an eighth of its pins.
    static let ratio = 8
    /// Up to so many pins are merged by the one who adds the last of them; more, in the background.
    static let mostAtOnce = 8_192

    var symbols = Symbols()
    var basis: Basis
    /// The largest and oldest first.
    var tiers: [Tier] = []
    private(set) var fresh: [Pin] = []
    /// So many of the first tiers are being merged in the background: nobody else merges them.
    var taken = 0
    private var sequence: UInt64 = 0

    init(on day: MapDay) {
        basis = Basis(day: day)
    }

    /// Takes in a report unless it is known in this version or a newer one.
    ///
    /// Returns where the map looks different now.
    mutating func apply(_ mark: ReportMark) -> [MortonKey] {
        guard let pin = Pin(mark, symbols: &symbols) else { return [] }
        if let place = fresh.firstIndex(where: { $0.number == pin.number }) {
            let known = fresh[place]
            guard known.version < pin.version else { return [] }
            fresh[place] = pin
            return MapStore.places(from: known, to: pin)
        }
        for index in tiers.indices.reversed() {
            guard let row = tiers[index].run.row(of: pin.number) else { continue }
            let known = tiers[index].run.table[row]
            guard known.version < pin.version else { return [] }
            tiers[index].bury(UInt32(row))
            add(pin)
            return MapStore.places(from: known, to: pin)
        }
        add(pin)
        return MapStore.places(from: nil, to: pin)
    }

    private static func places(from old: Pin?, to new: Pin) -> [MortonKey] {
        guard let old else {
            return new.traits.isOnMaps ? [MortonKey(rawValue: new.key)].compactMap { $0 } : []
        }
        guard !old.looksLike(new), old.traits.isOnMaps || new.traits.isOnMaps else { return [] }
        return Set([old.key, new.key]).compactMap { MortonKey(rawValue: $0) }
    }

    private mutating func add(_ pin: Pin) {
        fresh.append(pin)
        guard fresh.count >= MapStore.mostFresh else { return }
        tiers.append(Tier(freshRun()))
        fresh = []
        while dueMerge(within: MapStore.mostAtOnce) != nil { mergeLastTwo() }
    }

    private func freshRun() -> Run {
        Run(PinTable(PinList(fresh.sorted(by: Pin.precedes))), on: basis, symbols: symbols)
    }

    /// Forgets all pins and symbols for those of a run.
    mutating func replaceAll(with run: Run?, symbols: Symbols) {
        self.symbols = symbols
        tiers = run.map { [Tier($0)] } ?? []
        fresh = []
        taken = 0
    }

    /// The first tier that those after it have outgrown, out of the last ones that have together so many pins at most.
    ///
    /// Nil if there is none. Tiers that are being merged are left alone.
    func dueMerge(within limit: Int = .max) -> Int? {
        var after = 0
        var due: Int?
        for index in tiers.indices.reversed() where index >= taken {
            let count = tiers[index].run.count
            if after > 0, after * MapStore.ratio >= count, after + count <= limit { due = index }
            after += count
        }
        return due
    }

    /// What readers see from now on.
    mutating func snapshot() -> Snapshot {
        sequence += 1
        return Snapshot(
            tiers: fresh.isEmpty ? tiers : tiers + [Tier(freshRun())],
            symbols: symbols,
            basis: basis,
            sequence: sequence
        )
    }
}
