import Geography
import Reports

/// The pins as the writers keep them: most of them sorted, the newest beside.
struct PinStore {
    private(set) var symbols = Symbols()
    private var settled: [Pin] = []
    /// Where on the map the settled ones lie, by their numbers: with it a pin's place in `settled` is found.
    private var keys: [UInt64: MortonKey] = [:]
    private var fresh: [UInt64: Pin] = [:]
    private var replaced: Set<Int> = []
    /// How many of the settled ones the public sees; nil while that is not known.
    private var settledShown: Int?

    /// The categories, by their codes, of which the public sees nothing.
    var withheld: Set<String> = [] {
        didSet { settledShown = nil }
    }

    /// Takes in a report unless it is known in this version or a newer one.
    mutating func apply(_ mark: ReportMark) {
        guard let pin = Pin(mark, symbols: &symbols) else { return }
        if let known = fresh[pin.number] {
            guard known.version < pin.version else { return }
        } else if let place = place(of: pin.number) {
            guard settled[place].version < pin.version else { return }
            replaced.insert(place)
        }
        fresh[pin.number] = pin
    }

    private func place(of number: UInt64) -> Int? {
        guard let key = keys[number] else { return nil }
        let place = firstPlace(notBefore: key, number)
        return place < settled.count && settled[place].number == number ? place : nil
    }

    private func firstPlace(notBefore key: MortonKey, _ number: UInt64) -> Int {
        var low = 0
        var high = settled.count
        while low < high {
            let middle = (low + high) / 2
            let isBefore = Pin.precedes((settled[middle].key, settled[middle].number), (key, number))
            if isBefore { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Merges once so many pins are fresh, and on a large map more, since a merge copies all of it.
    mutating func mergeIfDue(after count: Int) {
        if fresh.count >= max(count, settled.count / 256) { merge() }
    }

    /// Puts the newest pins in among the others, whose runs in between are copied as they stand.
    mutating func merge() {
        let newest = fresh.values.sorted(by: Pin.precedes)
        if let shown = settledShown {
            let withheld = withheldSymbols
            func isShown(_ pin: Pin) -> Bool { pin.isPublic && !withheld.contains(pin.category) }
            settledShown = shown - replaced.count { isShown(settled[$0]) } + newest.count(where: isShown)
        }
        var merged: [Pin] = []
        merged.reserveCapacity(settled.count - replaced.count + newest.count)
        keys.reserveCapacity(keys.count + newest.count)
        var gaps = replaced.sorted()[...]
        var taken = 0
        func take(upTo end: Int) {
            while let gap = gaps.first, gap < end {
                merged.append(contentsOf: settled[taken..<gap])
                taken = gap + 1
                gaps.removeFirst()
            }
            merged.append(contentsOf: settled[taken..<end])
            taken = end
        }
        for pin in newest {
            take(upTo: firstPlace(notBefore: pin.key, pin.number))
            merged.append(pin)
            keys[pin.number] = pin.key
        }
        take(upTo: settled.count)
        settled = merged
        fresh = [:]
        replaced = []
    }

    private var withheldSymbols: Set<UInt16> { Set(withheld.compactMap { symbols.number(of: $0) }) }

    /// What readers see.
    mutating func snapshot() -> Snapshot {
        let withheld = withheldSymbols
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
