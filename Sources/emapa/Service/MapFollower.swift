import Formats
import Ledger
import LiveMap
import Synchronization

/// Keeps the live map current: loads it once, then asks the feed four times a second.
///
/// A failure is told once, and the next success too; in between it goes on asking.
final class MapFollower: Sendable {
    private static let pause = Duration.milliseconds(250)

    private let feed: MapFeed
    private let map: LiveMap
    private let observer: Observer
    private let isLagging = Mutex(false)

    init(_ feed: MapFeed, map: LiveMap, observer: Observer) {
        self.feed = feed
        self.map = map
        self.observer = observer
    }

    /// Whether the last question to the feed went unanswered.
    var lags: Bool { isLagging.withLock { $0 } }

    /// Fills the map; the position is where `follow` goes on.
    func load() async throws -> FeedPosition {
        let start = ContinuousClock.now
        let position = try await map.fill { try await feed.load { [map] in map.apply($0) } }
        observer.note(.mapLoaded(reports: map.snapshot.count, took: .now - start))
        return position
    }

    /// Follows the feed until the task is cancelled.
    func follow(from start: FeedPosition) async {
        var position = start
        while !Task.isCancelled {
            do {
                let (marks, next) = try await feed.changes(since: position)
                map.apply(marks)
                position = next
                setLagging(nil)
            } catch is CancellationError {
                return
            } catch {
                setLagging(error)
            }
            try? await Task.sleep(for: MapFollower.pause)
        }
    }

    private func setLagging(_ error: (any Error)?) {
        let changed = isLagging.withLock { lags in
            defer { lags = error != nil }
            return lags != (error != nil)
        }
        guard changed else { return }
        if let error { observer.note(.feedLost(error)) } else { observer.note(.feedBack) }
    }
}
