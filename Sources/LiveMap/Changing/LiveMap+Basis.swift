import Synchronization

extension LiveMap {
    /// Shows nothing of the categories with these codes from now on, and everything of the others.
    package func withhold(_ categories: Set<String>) {
        let isNews = writing.withLock { $0.store.basis.withheld != categories }
        guard isNews else { return }
        rewrite(.everything) { writing in
            writing.store.basis.withheld = categories
            writing.store.basis.generation += 1
        }
        bringUpToDate()
    }

    /// Makes the default view that of another day; whoever looks says themselves which day they mean.
    package func turn(to day: MapDay) {
        let isNews = writing.withLock { $0.store.basis.day != day }
        guard isNews else { return }
        rewrite(nil) { writing in
            writing.store.basis.day = day
            writing.store.basis.generation += 1
        }
        bringUpToDate()
    }

    /// Makes runs of another basis ready for the present one; until then they are walked pin by pin.
    func bringUpToDate() {
        while let (old, basis, symbols) = firstOutdated() {
            let run = old.remade(on: basis, symbols: symbols)
            rewrite(nil) { writing in
                guard let place = writing.store.tiers.firstIndex(where: { $0.run === old }) else { return }
                writing.store.tiers[place] = writing.store.tiers[place].remade(as: run)
            }
        }
    }

    private func firstOutdated() -> (Run, Basis, Symbols)? {
        writing.withLock { writing in
            let store = writing.store
            guard store.taken == 0,
                let old = store.tiers.first(where: { $0.run.generation != store.basis.generation })
            else { return nil }
            return (old.run, store.basis, store.symbols)
        }
    }
}
