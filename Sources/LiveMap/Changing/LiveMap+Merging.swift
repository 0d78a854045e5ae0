import Synchronization

extension LiveMap {
    /// Whether runs wait to be merged.
    package var isMergeDue: Bool {
        writing.withLock { $0.store.taken == 0 && $0.store.dueMerge() != nil }
    }

    /// Merges runs until none waits for it; what it takes, a tenth of a second for a million pins, holds up nobody.
    ///
    /// The map shows the same before and after. Whoever calls it while another merges returns at once.
    package func merge() {
        while mergeOnce() {}
    }

    private func mergeOnce() -> Bool {
        let plan = writing.withLock { writing -> ([Tier], Basis, Symbols)? in
            guard let tiers = writing.store.takeDue() else { return nil }
            return (tiers, writing.store.basis, writing.store.symbols)
        }
        guard let (tiers, basis, symbols) = plan,
            let run = MapStore.merged(tiers, on: basis, symbols: symbols)
        else { return false }
        rewrite(nil) { $0.store.install(run, for: tiers) }
        bringUpToDate()
        return true
    }
}
