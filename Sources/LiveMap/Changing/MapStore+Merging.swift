extension MapStore {
    /// Makes one tier of the last two.
    mutating func mergeLastTwo() {
        guard tiers.count >= 2 else { return }
        let newer = tiers.removeLast()
        let older = tiers.removeLast()
        if let merged = MapStore.merged([older, newer], on: basis, symbols: symbols) {
            tiers.append(Tier(merged))
        }
    }

    /// One run of tiers that follow one another: the small ones first, so that the largest is copied once.
    ///
    /// Nil if there are none.
    static func merged(_ tiers: [Tier], on basis: Basis, symbols: Symbols) -> Run? {
        guard var newer = tiers.last else { return nil }
        for older in tiers.dropLast().reversed() {
            newer = Tier(
                Run(
                    merging: older.run,
                    without: older.graves.rows,
                    newer.run,
                    without: newer.graves.rows,
                    on: basis,
                    symbols: symbols
                )
            )
        }
        return newer.run
    }

    /// The tiers that are due to be merged, which are taken from now on until `install`; nil if none are, or some are
    /// taken already.
    mutating func takeDue() -> [Tier]? {
        guard taken == 0, let due = dueMerge() else { return nil }
        taken = tiers.count
        return Array(tiers[due...])
    }

    /// Puts a run in the place of the tiers that it was made of, whatever happened to them meanwhile.
    ///
    /// - Parameters:
    ///   - merged: the pins of `old` as they were when the merge began.
    ///   - old: the tiers that were merged.
    /// - Returns: whether they were still there.
    @discardableResult
    mutating func install(_ merged: Run, for old: [Tier]) -> Bool {
        taken = 0
        guard let first = old.first, let start = tiers.firstIndex(where: { $0.run === first.run }),
            start + old.count <= tiers.count,
            zip(tiers[start...], old).allSatisfy({ $0.run === $1.run })
        else { return false }
        var tier = Tier(merged)
        for (now, then) in zip(tiers[start...], old) {
            // Both are ascending, and what was dead stays so.
            var before = then.graves.rows[...]
            for row in now.graves.rows {
                if before.first == row {
                    before.removeFirst()
                } else if let place = merged.row(of: now.run.table.numbers[Int(row)]) {
                    tier.bury(UInt32(place))
                }
            }
        }
        tiers.replaceSubrange(start..<start + old.count, with: [tier])
        return true
    }
}
