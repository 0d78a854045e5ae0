import CProcess
import Formats
import Ledger
import LiveMap
import PostgreSQL
import Reports
import Synchronization
import Territory

/// Keeps the live map current: loads it once, then asks the feed whenever another instance says that it wrote, and
/// four times a second besides.
///
/// A failure is told once, and the next success too; in between it goes on asking.
final class MapFollower: Sendable {
    /// The channel on which instances tell each other that there is something new.
    static let channel = "emapa_feed"
    private static let pause = Duration.milliseconds(250)

    private let feed: MapFeed
    private let map: LiveMap
    private let city: CurrentCity
    private let observer: Observer
    /// Keeps the map from one run to the next; nil where there is no folder for it.
    private let keeper: MapKeeper?
    /// Told what was taken from the feed.
    private let applied: @Sendable ([ReportMark]) -> Void
    private let isLagging = Mutex(false)

    init(
        _ feed: MapFeed,
        map: LiveMap,
        city: CurrentCity,
        observer: Observer,
        keeper: MapKeeper? = nil,
        applied: @escaping @Sendable ([ReportMark]) -> Void = { _ in }
    ) {
        self.feed = feed
        self.map = map
        self.city = city
        self.observer = observer
        self.keeper = keeper
        self.applied = applied
    }

    /// Whether the last question to the feed went unanswered.
    var lags: Bool { isLagging.withLock { $0 } }

    /// Fills the map, from its file if that can be; the position is where `follow` goes on.
    func load() async throws -> MapPosition {
        map.withhold(Set(city.value.catalogue.withheld))
        // Making a map anew leaves behind as much memory as the map itself takes.
        defer { process_give_memory_back() }
        if let position = try await restore() { return position }
        return try await loadAll()
    }

    /// Fills the map from its file and with what has happened since; nil where the database must be asked for all.
    private func restore() async throws -> MapPosition? {
        let start = ContinuousClock.now
        guard let keeper, let kept = await keeper.read() else { return nil }
        do {
            // Asked before the map is touched, so that nobody sees one that does not fit.
            var changes = try await feed.changes(since: kept.position)
            guard await keeper.restore(kept) else { return nil }
            map.apply(changes.marks)
            while changes.hasMore {
                changes = try await feed.changes(since: changes.position)
                map.apply(changes.marks)
            }
            keeper.reach(changes.position)
            observer.note(.mapRestored(reports: map.snapshot.count, took: .now - start))
            return changes.position
        } catch is StartAgain {
            observer.note(.mapFileRefused(MapFileRefused.anotherHistory))
            return nil
        }
    }

    private func loadAll() async throws -> MapPosition {
        let start = ContinuousClock.now
        let position = try await map.refill { take in try await feed.load(take) }
        keeper?.reach(position)
        observer.note(.mapLoaded(reports: map.snapshot.count, took: .now - start))
        return position
    }

    /// Follows the feed until the task is cancelled.
    ///
    /// Others are heard on `notifier`'s channel; what it says itself is on this map already.
    func follow(from start: MapPosition, besides notifier: Notifier) async {
        let (wakes, wake) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let listener = Listener(
            notifier.configuration,
            channels: [notifier.channel],
            observe: { [observer] in observer.note(.database($0)) },
            deliver: { if $0.isNews(to: notifier) { wake.yield() } }
        )
        await withDiscardingTaskGroup { group in
            group.addTask {
                while !Task.isCancelled {
                    wake.yield()
                    try? await Task.sleep(for: MapFollower.pause)
                }
            }
            var position = start
            for await _ in wakes { await advance(&position) }
            group.cancelAll()
        }
        await listener?.stop()
    }

    private func advance(_ position: inout MapPosition) async {
        // A category may have become one for staff only, or none.
        map.withhold(Set(city.value.catalogue.withheld))
        do {
            try await catchUp(&position)
            setLagging(nil)
        } catch {
            // A stop of the service is no trouble.
            if !Task.isCancelled { setLagging(error) }
        }
    }

    private func catchUp(_ position: inout MapPosition) async throws {
        do {
            var hasMore = true
            while hasMore {
                let changes = try await feed.changes(since: position)
                map.apply(changes.marks)
                position = changes.position
                keeper?.reach(position)
                hasMore = changes.hasMore
                if !changes.marks.isEmpty { applied(changes.marks) }
            }
        } catch is StartAgain {
            observer.note(.feedBegunAgain)
            position = try await loadAll()
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

extension ListenerEvent {
    /// Whether there may be something that this instance did not write itself.
    fileprivate func isNews(to notifier: Notifier) -> Bool {
        switch self {
        case .connected: true
        case .notification(_, let payload): payload != notifier.name
        case .disconnected: false
        }
    }
}
