import Formats
import Geography
import Ledger
import LiveMap
import PostgreSQL
import Reports
import Synchronization
import Territory
import TestSupport
import Testing

@testable import emapa

/// An instance that writes, and the map of another one that follows it.
struct TwoInstances {
    let database: Database
    let map: LiveMap
    let notifier: Notifier
    let arrivals: Arrivals

    /// How long changes took from the commit to the other instance's map.
    struct Figures: CustomStringConvertible {
        let sorted: [Duration]

        var p50: Duration { sorted[sorted.count / 2] }
        var p99: Duration { sorted[sorted.count * 99 / 100] }
        var description: String { "p50 \(p50), p99 \(p99), longest \(sorted.last ?? .zero)" }
    }

    /// Records reports one after the other, each when the one before has arrived.
    func delays(of count: Int, notifying: Bool) async throws -> Figures {
        let committed = Moment()
        var delays: [Duration] = []
        for _ in 0..<count {
            let report = try await record { [notifier] in
                committed.value.withLock { $0 = .now }
                if notifying { notifier.signal() }
            }
            let arrival = await arrivals.arrival(of: report.number)
            delays.append(arrival - committed.value.withLock(\.self))
        }
        return Figures(sorted: delays.sorted())
    }

    /// Records one report.
    func record(committed: @escaping @Sendable () -> Void = {}) async throws -> Report {
        let ledger = Ledger(database, of: try Krakow.city.profile) { _ in committed() }
        let recorded = try await ledger.record(try .somewhere)
        guard case .taken(let report, _, _) = recorded else { throw CancellationError() }
        return report
    }
}

/// Runs a test with a migrated database, a map that follows it, and a notifier of another instance.
func withTwoInstances(_ name: String, _ body: (TwoInstances) async throws -> Void) async throws {
    try await withDatabase(name) { database in
        _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: database)
        let reader = Database(database.configuration)
        let arrivals = Arrivals()
        let city = CurrentCity(try Krakow.city)
        let map = LiveMap(on: MapDay(of: .now, in: city.value.timeZone))
        let follower = MapFollower(
            MapFeed(reader),
            map: map,
            city: city,
            observer: Observer(.text),
            applied: { arrivals.note($0) }
        )
        let own = Notifier(reader.configuration, channel: MapFollower.channel)
        let other = Notifier(database.configuration, channel: MapFollower.channel)
        let position = try await follower.load()
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { await follower.follow(from: position, besides: own) }
            try await body(TwoInstances(database: database, map: map, notifier: other, arrivals: arrivals))
            group.cancelAll()
        }
        await own.stop()
        await other.stop()
        await reader.shutdown(within: .seconds(5))
    }
}

private final class Moment: Sendable {
    let value = Mutex(ContinuousClock.now)
}

/// When which report arrived at a map.
final class Arrivals: Sendable {
    private struct State {
        var moments: [ReportNumber: ContinuousClock.Instant] = [:]
        var waiting: [ReportNumber: CheckedContinuation<ContinuousClock.Instant, Never>] = [:]
    }

    private let state = Mutex(State())

    func note(_ marks: [ReportMark]) {
        let now = ContinuousClock.now
        for mark in marks {
            let waiting = state.withLock { state in
                let waiting = state.waiting.removeValue(forKey: mark.number)
                if waiting == nil { state.moments[mark.number] = now }
                return waiting
            }
            waiting?.resume(returning: now)
        }
    }

    /// Waits until it has arrived.
    func arrival(of number: ReportNumber) async -> ContinuousClock.Instant {
        await withCheckedContinuation { continuation in
            let moment = state.withLock { state in
                let moment = state.moments.removeValue(forKey: number)
                if moment == nil { state.waiting[number] = continuation }
                return moment
            }
            if let moment { continuation.resume(returning: moment) }
        }
    }
}

extension NewReport {
    /// A pothole on the main square.
    fileprivate static var somewhere: NewReport {
        get throws {
            NewReport(
                kind: .intervention,
                category: "road.pothole",
                words: ReportWords(description: "Dziura w jezdni"),
                channel: .portal,
                placement: Placement(
                    coordinate: try #require(Coordinate(longitude: 19.937_3, latitude: 50.061_7)),
                    metres: Metres(x: 7_423_900, y: 5_547_300),
                    district: "I",
                    unit: "ZDMK",
                    grounds: nil
                ),
                created: Timestamp(seconds: 1_782_820_800)
            )
        }
    }
}
