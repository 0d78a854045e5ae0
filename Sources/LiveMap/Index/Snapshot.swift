import Geography

/// The map at one instant: immutable, so that any number of readers walk it without a lock.
package final class Snapshot: Sendable {
    /// The largest and oldest run first.
    let tiers: [Tier]
    let symbols: Symbols
    let basis: Basis
    /// Rises with every change of the map.
    package let sequence: UInt64

    init(tiers: [Tier], symbols: Symbols, basis: Basis, sequence: UInt64) {
        self.tiers = tiers
        self.symbols = symbols
        self.basis = basis
        self.sequence = sequence
    }

    /// The day that its default view is of.
    package var day: MapDay { basis.day }

    /// How many reports everybody may see.
    package var count: Int {
        tiers.reduce(0) { count, tier in
            if tier.run.generation == basis.generation { return count + tier.shown }
            let test = RowTest(
                MapView(.everything, on: basis.day),
                withheld: basis.withheld,
                symbols: symbols
            )
            let columns = tier.run.columns
            let buried = tier.graves.rows.count { test.shows(Int($0), of: columns) }
            return count + (0..<tier.run.count).count { test.shows($0, of: columns) } - buried
        }
    }

    /// How many bytes the index takes, names and what the allocator adds apart.
    package var byteCount: Int {
        tiers.reduce(0) { $0 + $1.run.byteCount + $1.graves.byteCount }
    }
}
