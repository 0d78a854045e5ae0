import PostgreSQL
import Reports
import Synchronization
import TestSupport
import Testing

@testable import Ledger

@Suite(.timeLimit(.minutes(2)))
struct DurableFollowerTests {
    @Test func `a new follower is told all of history, or only what is to come`() async throws {
        try await withLedger("durable_start") { ledger, database, _ in
            try await database.keepEffects()
            for _ in 0..<3 { _ = try await ledger.take(.pothole()) }
            let whole = DurableFollower(database, name: "whole", start: .beginning)
            let fresh = DurableFollower(database, name: "fresh", start: .now)
            try await whole.follow(database, until: 3)
            try await fresh.follow(database, until: 0)
            _ = try await ledger.take(.pothole())
            try await whole.follow(database, until: 4)
            try await fresh.follow(database, until: 1)
            let idle = try await whole.advance { _, _ in }
            #expect(idle == .idle)
        }
    }

    @Test func `a batch that fails leaves neither effects nor a step`() async throws {
        try await withLedger("durable_fail") { ledger, database, _ in
            try await database.keepEffects()
            for _ in 0..<3 { _ = try await ledger.take(.pothole()) }
            try await database.settle()
            let follower = DurableFollower(database, name: "clumsy", start: .beginning, batch: 2)
            await #expect(throws: TestFailure.self) {
                try await follower.advance { session, events in
                    try session.keep(events, of: "clumsy")
                    throw TestFailure("on purpose")
                }
            }
            let none = try await database.count("SELECT count(*) FROM effect")
            #expect(none == 0)
            try await follower.follow(database, until: 3)
        }
    }

    @Test func `while one instance handles a batch, another one passes by`() async throws {
        try await withLedger("durable_two") { ledger, database, _ in
            try await database.keepEffects()
            _ = try await ledger.take(.pothole())
            try await database.settle()
            let follower = DurableFollower(database, name: "shared", start: .beginning)
            try await follower.restart(at: .beginning)
            let (entered, enter) = AsyncStream<Void>.makeStream()
            let isLeaving = Flag()
            async let first = follower.advance { session, events in
                try session.keep(events, of: "shared")
                enter.finish()
                while !isLeaving.isRaised { _ = try session.query("SELECT pg_sleep(0.005)") }
            }
            for await _ in entered {}
            let second = try await follower.advance { session, events in
                try session.keep(events, of: "shared")
            }
            #expect(second == .elsewhere)
            isLeaving.raise()
            let step = try await first
            #expect(step == .moved(events: 1, hasMore: false))
            try await follower.follow(database, until: 1)
        }
    }

    @Test func `a follower can be put to another place`() async throws {
        try await withLedger("durable_put") { ledger, database, _ in
            try await database.keepEffects()
            for _ in 0..<2 { _ = try await ledger.take(.pothole()) }
            let follower = DurableFollower(database, name: "moved", start: .beginning)
            try await follower.follow(database, until: 2)
            try await follower.restart(at: .beginning)
            try await follower.follow(database, until: 4)
            try await follower.restart(at: .whereItStood)
            let idle = try await follower.advance { _, _ in }
            #expect(idle == .idle)
        }
    }
}

private final class Flag: Sendable {
    private let raised = Atomic(false)
    var isRaised: Bool { raised.load(ordering: .acquiring) }
    func raise() { raised.store(true, ordering: .releasing) }
}
