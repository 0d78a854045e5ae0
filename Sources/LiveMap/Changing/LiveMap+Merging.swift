import Synchronization

extension LiveMap {
    /// Whether runs wait to be merged.
    package var isMergeDue: Bool {
        writing.withLock { $0.store.dueMerge != nil && !$0.isMerging }
    }

    /// Merges runs until none waits for it; what it takes, a tenth of a second for a million pins, holds up nobody.
    ///
    /// The map shows the same before and after. Whoever calls it while another merges returns at once.
    package func merge() {
        while mergeOnce() {}
    }

    private func mergeOnce() -> Bool {
        let plan = writing.withLock { writing -> ([Tier], Basis, Symbols)? in
            guard !writing.isMerging, let due = writing.store.dueMerge else { return nil }
            writing.isMerging = true
            return (Array(writing.store.tiers[due...]), writing.store.basis, writing.store.symbols)
        }
        guard let (tiers, basis, symbols) = plan else { return false }
        guard let run = MapStore.merged(tiers, on: basis, symbols: symbols) else { return false }
        rewrite(nil) { writing in
            _ = writing.store.install(run, for: tiers)
            writing.isMerging = false
        }
        bringUpToDate()
        return true
    }
}
