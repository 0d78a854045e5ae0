import Geography

/// The map at one instant: immutable, so that any number of readers walk it without a lock.
package struct Snapshot: Sendable {
    /// Most pins, in the index's order.
    let settled: [Pin]
    /// The newest pins, in the same order; each replaces the settled one of the same number.
    let fresh: [Pin]
    /// Places in `settled` whose pins have moved to `fresh`.
    let replaced: Set<Int>
    let symbols: Symbols
    /// The categories that nobody may see.
    let withheld: Set<UInt16>
    /// How many reports the map shows.
    package let count: Int

    /// Calls `body` with every pin that a tile shows, in the index's order.
    func forEachPin(in tile: Tile, _ body: (Pin) -> Void) {
        forEachKept(in: tile) { pin in
            if pin.isPublic, withheld.isEmpty || !withheld.contains(pin.category) { body(pin) }
        }
    }

    private func forEachKept(in tile: Tile, _ body: (Pin) -> Void) {
        let keys = tile.mortonRange
        var old = Snapshot.range(of: keys, in: settled)
        var new = Snapshot.range(of: keys, in: fresh)
        while true {
            if let first = old.first, replaced.contains(first) {
                old.removeFirst()
            } else if let first = old.first, let newcomer = new.first {
                if Pin.precedes(settled[first], fresh[newcomer]) {
                    body(settled[first])
                    old.removeFirst()
                } else {
                    body(fresh[newcomer])
                    new.removeFirst()
                }
            } else if let first = old.first {
                body(settled[first])
                old.removeFirst()
            } else if let newcomer = new.first {
                body(fresh[newcomer])
                new.removeFirst()
            } else {
                return
            }
        }
    }

    private static func range(of keys: Range<Int64>, in pins: [Pin]) -> Range<Int> {
        let lower = lowerBound(of: keys.lowerBound, in: pins)
        return lower..<max(lower, lowerBound(of: keys.upperBound, in: pins))
    }

    private static func lowerBound(of key: Int64, in pins: [Pin]) -> Int {
        var low = 0
        var high = pins.count
        while low < high {
            let middle = (low + high) / 2
            if pins[middle].key.rawValue < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
