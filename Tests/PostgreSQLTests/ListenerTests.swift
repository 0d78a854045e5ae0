import TestSupport
import Testing

@testable import PostgreSQL

@Suite(.timeLimit(.minutes(3))) struct ListenerTests {
    @Test func `notifications arrive in order, on the channels asked for`() async throws {
        try await withDatabase("listen") { database in
            let heard = Record<ListenerEvent>()
            let listener = try #require(
                Listener(database.configuration, channels: ["reports", "Od\"d"], deliver: heard.add)
            )
            await heard.wait { $0.contains(.connected) }
            try await database.write { session in
                for number in 1...3 {
                    try session.execute("SELECT 1 FROM pg_notify('reports', \(String(number)))")
                }
                try session.execute("SELECT 1 FROM pg_notify('elsewhere', 'x')")
                try session.execute("SELECT 1 FROM pg_notify('Od\"d', 'last')")
            }
            await heard.wait { $0.contains(.notification(channel: "Od\"d", payload: "last")) }
            await listener.stop()
            #expect(
                heard.events == [
                    .connected, .notification(channel: "reports", payload: "1"),
                    .notification(channel: "reports", payload: "2"),
                    .notification(channel: "reports", payload: "3"),
                    .notification(channel: "Od\"d", payload: "last"), .disconnected,
                ]
            )
        }
    }

    @Test func `a listener finds the server again after a restart, and says that it was away`() async throws {
        let cluster = try await TestCluster.make()
        try await withDatabase("listen_again", on: cluster) { database in
            let heard = Record<ListenerEvent>()
            let listener = try #require(Listener(database.configuration, channels: ["c"], deliver: heard.add))
            await heard.wait { $0 == [.connected] }
            try await database.write { _ in }
            try await cluster.restart()
            await heard.wait { $0.filter { $0 == .connected }.count == 2 }
            try await database.write { session in
                _ = try session.execute("SELECT 1 FROM pg_notify('c', 'after')")
            }
            await heard.wait { $0.contains(.notification(channel: "c", payload: "after")) }
            await listener.stop()
            let expected: [ListenerEvent] = [
                .connected, .disconnected, .connected, .notification(channel: "c", payload: "after"),
                .disconnected,
            ]
            #expect(heard.events == expected)
        }
        try await cluster.stop()
    }

    @Test func `a listener without a server can be stopped`() async throws {
        let lost = Record<DatabaseEvent>()
        let configuration = DatabaseConfiguration(try ConnectionString("host=/nonexistent user=nobody"))
        let listener = try #require(
            Listener(configuration, channels: ["c"], observe: lost.add) { _ in Issue.record("nobody there") }
        )
        await lost.wait { $0.count >= 2 }
        await listener.stop()
    }
}
