import Doors

/// Tells pages of the console which reports changed, soon after they did.
struct CaseTeller: Sendable {
    /// Changes within it become one event.
    private static let pause = Duration.milliseconds(200)

    private let events: CaseEvents

    init(_ events: CaseEvents) {
        self.events = events
    }

    /// Tells until the task is cancelled.
    func follow() async {
        for await _ in events.wakes {
            try? await Task.sleep(for: CaseTeller.pause)
            events.tell()
        }
    }
}
