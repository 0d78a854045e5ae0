import Ledger
import Photos

/// Tidies every hour what nobody needs any more: requests that were answered a week ago, photos that no report has,
/// sessions of the staff that were over a month ago, and how reports stood before what can no longer be taken back.
struct Housekeeping: Sendable {
    private static let rest = Duration.seconds(3_600)

    private let ledger: Ledger
    private let sweeper: PhotoSweeper
    private let sessions: StaffSessions
    private let observer: Observer

    init(_ ledger: Ledger, sweeper: PhotoSweeper, sessions: StaffSessions, observer: Observer) {
        self.ledger = ledger
        self.sweeper = sweeper
        self.sessions = sessions
        self.observer = observer
    }

    /// Tidies until the task is cancelled; what went wrong is told and tried again the next time.
    func follow() async {
        while !Task.isCancelled {
            do {
                let requests = try await ledger.forgetRequests()
                _ = try await ledger.forgetSenders()
                _ = try await sessions.forget()
                try await ledger.forgetDeskChanges()
                let photos = try await sweeper.sweep()
                if requests + photos > 0 { observer.note(.tidied(requests: requests, photos: photos)) }
            } catch is CancellationError {
                return
            } catch {
                observer.note(.untidied(error))
            }
            try? await Task.sleep(for: Housekeeping.rest)
        }
    }
}
