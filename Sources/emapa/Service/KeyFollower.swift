import Doors

/// Keeps the ring of keys current, so that a revoked key ends within a second.
struct KeyFollower: Sendable {
    private static let pause = Duration.milliseconds(500)

    private let ring: KeyRing

    init(_ ring: KeyRing) {
        self.ring = ring
    }

    /// Follows the database until the task is cancelled; its absence is told by those who need it more urgently.
    func follow() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: KeyFollower.pause)
            try? await ring.refresh()
        }
    }
}
