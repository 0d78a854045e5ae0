import Geography
package import Reports
import Synchronization
import Threads

/// The map of all public reports, kept in memory, current to the last change and read without waiting.
///
/// A change is applied only if its version is newer than what the map holds, so the same change may arrive
/// twice, or late, from the instance's own writer and from the feed. What the public may not see is kept, so that
/// older news of it are known for old, and shown to nobody.
package final class LiveMap: Sendable {
    /// What writers share; readers never touch it.
    struct Writing {
        var store: MapStore
        /// What is heard while the map is being filled anew.
        var meanwhile: [ReportMark]?
        /// Whether somebody is merging, or making runs ready for another basis.
        var isMerging = false
    }

    let writing: Mutex<Writing>
    private let shown: AtomicReference<Snapshot>
    /// Told what changed once every later snapshot shows it, by the thread that changed it; it must not wait.
    private let changed: @Sendable (MapChange) -> Void

    /// An empty map, its default view that of a day.
    package init(on day: MapDay, changed: @escaping @Sendable (MapChange) -> Void = { _ in }) {
        var store = MapStore(on: day)
        shown = AtomicReference(store.snapshot())
        writing = Mutex(Writing(store: store))
        self.changed = changed
    }

    /// The map as it stands now; takes no lock.
    package var snapshot: Snapshot { shown.value }

    /// Takes in new and changed reports; older versions of what it knows are passed over.
    ///
    /// When it returns, every later snapshot shows them, and `changed` has been told.
    package func apply(_ marks: [ReportMark]) {
        guard !marks.isEmpty else { return }
        let places = writing.withLock { writing in
            writing.meanwhile?.append(contentsOf: marks)
            let places = marks.flatMap { writing.store.apply($0) }
            shown.value = writing.store.snapshot()
            return places
        }
        if !places.isEmpty { changed(.places(Set(places))) }
    }

    /// Shows what `change` makes of the pins, and tells what became different.
    func rewrite(_ what: MapChange?, _ change: (inout Writing) -> Void) {
        writing.withLock { writing in
            change(&writing)
            shown.value = writing.store.snapshot()
        }
        if let what { changed(what) }
    }
}
