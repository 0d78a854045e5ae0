import LiveMap
import Synchronization

/// How often a map told of a change.
final class Changes: Sendable {
    private let noted = Mutex(0)

    var count: Int { noted.withLock { $0 } }

    func note(_ change: MapChange) { noted.withLock { $0 += 1 } }
}
