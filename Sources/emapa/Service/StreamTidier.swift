import Doors
import Ledger

/// Ends what pages of the console follow once their session is over, on whichever instance that was.
struct StreamTidier: Sendable {
    /// So long a stream may outlive its session.
    private static let pause = Duration.seconds(3)

    private let events: CaseEvents
    private let sessions: StaffSessions

    init(_ events: CaseEvents, _ sessions: StaffSessions) {
        self.events = events
        self.sessions = sessions
    }

    /// Looks until the task is cancelled; the database's absence is told by those who need it more urgently.
    func follow() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: StreamTidier.pause)
            try? await events.endStreams(without: sessions)
        }
    }
}
