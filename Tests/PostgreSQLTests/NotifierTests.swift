import TestSupport
import Testing

@testable import PostgreSQL

@Suite(.timeLimit(.minutes(3))) struct NotifierTests {
    @Test func `many signals at once are few notifications, and the last one is told`() async throws {
        try await withDatabase("notify_many") { database in
            let heard = Record<ListenerEvent>()
            let listener = try #require(
                Listener(database.configuration, channels: ["feed"], deliver: heard.add)
            )
            await heard.wait { $0.contains(.connected) }
            let notifier = Notifier(database.configuration, channel: "feed")
            let news = ListenerEvent.notification(channel: "feed", payload: notifier.name)
            notifier.signal()
            await heard.wait { $0.contains(news) }

            let start = ContinuousClock.now
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<10 { group.addTask { for _ in 0..<100 { notifier.signal() } } }
            }
            let most = Int((ContinuousClock.now - start) / Notifier.pause) + 2
            // All that was signalled is sent before the notifier ends.
            await notifier.stop()
            await heard.wait { $0.count { $0 == news } >= 2 }
            await listener.stop()
            let told = heard.events.count { $0 == news } - 1
            #expect((1...most).contains(told), "1,000 signals, at most \(most) notifications")
        }
    }

    @Test func `a notifier finds the server again and tells what it could not tell`() async throws {
        let cluster = try await TestCluster.make()
        try await withDatabase("notify_again", on: cluster) { database in
            let heard = Record<ListenerEvent>()
            let lost = Record<DatabaseEvent>()
            let listener = try #require(
                Listener(database.configuration, channels: ["feed"], deliver: heard.add)
            )
            let notifier = Notifier(database.configuration, channel: "feed", observe: lost.add)
            let news = ListenerEvent.notification(channel: "feed", payload: notifier.name)
            await heard.wait { $0.contains(.connected) }
            notifier.signal()
            await heard.wait { $0.contains(news) }
            try await database.write { _ in }

            try await cluster.stop()
            notifier.signal()
            await lost.wait { !$0.isEmpty }
            try await cluster.resume()
            // The listener may be back after the notification was sent: it catches up by itself, so signals go on.
            await heard.wait { $0.count { $0 == .connected } == 2 }
            notifier.signal()
            await heard.wait { $0.count { $0 == news } >= 2 }
            await notifier.stop()
            await listener.stop()
            #expect(lost.events.count == 1, "an outage is told once")
        }
        try await cluster.stop()
    }

    @Test func `a connection that was ended is replaced, and nothing that was signalled is forgotten`()
        async throws
    {
        try await withDatabase("notify_cut") { database in
            let heard = Record<ListenerEvent>()
            let listener = try #require(
                Listener(database.configuration, channels: ["feed"], deliver: heard.add)
            )
            let notifier = Notifier(database.configuration, channel: "feed")
            let news = ListenerEvent.notification(channel: "feed", payload: notifier.name)
            await heard.wait { $0.contains(.connected) }
            for told in 1...3 {
                notifier.signal()
                await heard.wait { $0.count { $0 == news } >= told }
                let cut = try await database.read { session in
                    try session.query(
                        """
                        SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM pg_stat_activity
                        WHERE datname = current_database() AND application_name LIKE '%notifier'
                        """
                    ).one { try $0.decode(Int64.self, at: 0) }
                }
                #expect(cut == 1)
            }
            notifier.signal()
            await heard.wait { $0.count { $0 == news } >= 4 }
            await notifier.stop()
            await listener.stop()
        }
    }

    @Test func `a notifier without a server never keeps a signaller waiting, and can be stopped`()
        async throws
    {
        let lost = Record<DatabaseEvent>()
        let configuration = DatabaseConfiguration(try ConnectionString("host=/nonexistent user=nobody"))
        let notifier = Notifier(configuration, channel: "feed", observe: lost.add)
        for _ in 0..<10_000 { notifier.signal() }
        await lost.wait { !$0.isEmpty }
        await notifier.stop()
    }
}
