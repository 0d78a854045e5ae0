package import Reports
import Synchronization
import Threads

/// The map of all public reports, kept in memory, current to the last change and read without waiting.
///
/// A change is applied only if its version is newer than what the map holds, so the same change may arrive
/// twice, or late, from the instance's own writer and from the feed. What the public may not see is kept, so that
/// older news of it are known for old, and shown to nobody; so is a report that another one about the same matter leads.
package final class LiveMap: Sendable {
    /// What writers share; readers never touch it.
    struct Writing {
        var store: MapStore
        /// What is heard while the map is being filled anew.
        var meanwhile: [ReportMark]?
    }

    let writing: Mutex<Writing>
    private let shown: AtomicReference<Snapshot>
    private let changed: MapChangeHandler

    /// An empty map, its default view that of a day.
    package init(on day: MapDay, changed: @escaping MapChangeHandler = { _, _ in }) {
        var store = MapStore(on: day)
        shown = AtomicReference(store.snapshot())
        writing = Mutex(Writing(store: store))
        self.changed = changed
    }

    /// The map as it stands now; takes no lock.
    package var snapshot: Snapshot { shown.value }

    /// Takes in new and changed reports; older versions of what it knows are passed over.
    ///
    /// When it returns, every later snapshot shows them, and whoever keeps tiles has been told.
    package func apply(_ marks: [ReportMark]) {
        for start in stride(from: 0, to: marks.count, by: LiveMap.mostAtOnce) {
            let step = marks[start..<min(start + LiveMap.mostAtOnce, marks.count)]
            let (places, snapshot) = writing.withLock { writing in
                writing.meanwhile?.append(contentsOf: step)
                let places = step.flatMap { writing.store.apply($0) }
                return (places, show(&writing))
            }
            if !places.isEmpty { changed(.places(Set(places)), snapshot) }
        }
    }

    /// Many changes are shown and told in steps, so that whoever judges by one snapshot how full a tile is knows how
    /// far off that may be: `Snapshot.mostChangesApart`.
    private static let mostAtOnce = Snapshot.mostChangesApart / 2

    /// Shows what `change` makes of the pins, and tells what became different, if anything.
    func rewrite(_ what: MapChange?, _ change: (inout Writing) -> Void) {
        let snapshot = writing.withLock { writing in
            change(&writing)
            return show(&writing)
        }
        if let what { changed(what, snapshot) }
    }

    private func show(_ writing: inout Writing) -> Snapshot {
        let snapshot = writing.store.snapshot()
        shown.value = snapshot
        return snapshot
    }
}
