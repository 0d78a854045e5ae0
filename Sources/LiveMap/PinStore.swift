import Reports

/// The pins as the writers keep them: most of them sorted, the newest beside.
struct PinStore {
    private(set) var symbols = Symbols()
    private var settled: [Pin] = []
    /// Where in `settled` a number stands.
    private var places: [UInt64: Int] = [:]
    private var fresh: [UInt64: Pin] = [:]
    private var replaced: Set<Int> = []
    /// How many of the settled ones the public sees; nil while that is not known.
    private var settledShown: Int?

    /// The categories, by their codes, of which the public sees nothing.
    var withheld: Set<String> = [] {
        didSet { settledShown = nil }
    }

    /// How many pins wait to be merged.
    var freshCount: Int { fresh.count }

    /// Takes in a report unless it is known in this version or a newer one.
    mutating func apply(_ mark: ReportMark) {
        guard let pin = Pin(mark, symbols: &symbols) else { return }
        if let known = fresh[pin.number] {
            guard known.version < pin.version else { return }
        } else if let place = places[pin.number] {
            guard settled[place].version < pin.version else { return }
            replaced.insert(place)
        }
        fresh[pin.number] = pin
    }

    /// Sorts the newest pins in among the others.
    mutating func merge() {
        var pins: [Pin] = []
        pins.reserveCapacity(settled.count + fresh.count)
        for (place, pin) in settled.enumerated() where !replaced.contains(place) {
            pins.append(pin)
        }
        pins.append(contentsOf: fresh.values)
        pins.sort(by: Pin.precedes)
        settled = pins
        places = Dictionary(minimumCapacity: pins.count)
        for (place, pin) in pins.enumerated() { places[pin.number] = place }
        fresh = [:]
        replaced = []
        settledShown = nil
    }

    /// What readers see.
    mutating func snapshot() -> Snapshot {
        let withheld = Set(withheld.compactMap { symbols.number(of: $0) })
        func isShown(_ pin: Pin) -> Bool { pin.isPublic && !withheld.contains(pin.category) }
        let shown = settledShown ?? settled.count(where: isShown)
        settledShown = shown
        return Snapshot(
            settled: settled,
            fresh: fresh.values.sorted(by: Pin.precedes),
            replaced: replaced,
            symbols: symbols,
            withheld: withheld,
            count: shown - replaced.count { isShown(settled[$0]) } + fresh.values.count(where: isShown)
        )
    }
}
