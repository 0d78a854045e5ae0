import Formats
import Geography
import Ledger
import LiveMap
import PostgreSQL
import Reports
import Territory
import TestSupport
import Testing

@testable import emapa

/// Two instances on one database: one writes, the other's map follows.
@Suite(.timeLimit(.minutes(3)))
struct MapFollowerTests {
    @Test func `a change is on the other instance's map within 50 ms, as a rule`() async throws {
        try await withTwoInstances("follow_quick") { instances in
            let figures = try await instances.delays(of: 300, notifying: true)
            print("map follower with NOTIFY: \(figures)")
            // Beside all other tests on two cores; alone it is a tenth of it.
            #expect(figures.p99 < .milliseconds(250))
        }
    }

    @Test func `without notifications it is on the map after the next poll`() async throws {
        try await withTwoInstances("follow_polls") { instances in
            let figures = try await instances.delays(of: 12, notifying: false)
            print("map follower without NOTIFY: \(figures)")
            #expect(figures.p99 < .seconds(2))
        }
    }

    @Test func `a map follows when another database takes the place of its own, and forgets what is gone`()
        async throws
    {
        try await withTwoInstances("follow_again") { instances in
            _ = try await instances.delays(of: 5, notifying: true)
            #expect(instances.map.snapshot.count == 5)
            // As after a restore of a dump that held no report yet.
            let cluster = try await TestCluster.shared
            try await cluster.renew(database: "follow_again")
            _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: instances.database)
            let report = try await instances.record()
            // It comes with the map that is loaded anew, or after it.
            while instances.map.snapshot.count != 1 { try await Task.sleep(for: .milliseconds(5)) }
            let tile = try #require(Tile(containing: report.placement.coordinate, zoom: 12))
            #expect(
                instances.map.snapshot.content(
                    of: tile,
                    view: MapView(.everything, on: instances.map.snapshot.day)
                ).count == 1
            )
        }
    }
}
