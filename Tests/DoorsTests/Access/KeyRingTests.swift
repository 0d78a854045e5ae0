import Cryptography
import Ledger
import PostgreSQL
import Synchronization
import TestSupport
import Testing

@testable import Doors

@Suite(.timeLimit(.minutes(1)))
struct KeyRingTests {
    /// Runs a test with a ring on a database of its own, and a count of the jobs that the database did.
    private func withRing(
        _ name: String,
        _ body: (KeyRing, KeyStore, Database, @Sendable () -> Int) async throws -> Void
    ) async throws {
        let jobs = JobCount()
        try await withDatabase(name, observe: { jobs.note($0) }) { database in
            _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: database)
            let store = KeyStore(database)
            try await body(KeyRing(store), store, database, { jobs.value })
        }
    }

    private func name(_ text: String) throws -> KeyName { try #require(KeyName(text)) }

    @Test func `a key that was added meanwhile is found at once and then known`() async throws {
        try await withRing("ring_new") { ring, store, _, jobs in
            try await ring.refresh()
            let text = try await store.add(name: name("new"), scopes: [.report])
            #expect(ring.standing(of: text.hash) == .unheardOf)
            let found = try await ring.key(text.hash)
            #expect(found?.name == "new")
            let before = jobs()
            for _ in 0..<100 { _ = try await ring.key(text.hash) }
            #expect(jobs() == before)
            #expect(ring.standing(of: text.hash) == .known(try #require(found)))
        }
    }

    @Test func `a revoked key ends with the next refresh`() async throws {
        try await withRing("ring_revoked") { ring, store, _, _ in
            let text = try await store.add(name: name("old"), scopes: [.report])
            let stays = try await store.add(name: name("stays"), scopes: [.import])
            try await ring.refresh()
            _ = try await store.revoke(name("old"))
            try await ring.refresh()
            let old = try await ring.key(text.hash)
            #expect(old == nil)
            let other = try await ring.key(stays.hash)
            #expect(other?.scopes == [.import])
        }
    }

    @Test func `a wrong key is asked for once, and again when it is forgotten`() async throws {
        try await withRing("ring_wrong") { ring, _, _, jobs in
            let guess = KeyText.random().hash
            let now = ContinuousClock.now
            let before = jobs()
            for _ in 0..<50 {
                let found = try await ring.key(guess, at: now)
                #expect(found == nil)
            }
            #expect(jobs() == before + 1)
            #expect(ring.standing(of: guess, at: now) == .unknown)
            _ = try await ring.key(guess, at: now + .seconds(11))
            #expect(jobs() == before + 2)
        }
    }

    @Test func `while the database is away known keys stay in force and others are not refused`() async throws
    {
        try await withRing("ring_away") { ring, store, database, _ in
            let text = try await store.add(name: name("app"), scopes: [.report])
            try await ring.refresh()
            await database.shutdown()
            await #expect(throws: DatabaseError.self) { try await ring.refresh() }
            let known = try await ring.key(text.hash)
            #expect(known?.name == "app")
            let guess = KeyText.random().hash
            await #expect(throws: DatabaseError.self) { try await ring.key(guess) }
            #expect(ring.standing(of: guess) == .unheardOf)
        }
    }

    @Test func `guesses without end do not fill the memory`() {
        var strangers = StrangerTable()
        let now = ContinuousClock.now
        let first = SHA256.digest(of: "0")
        for number in 0..<3 * StrangerTable.capacity {
            strangers.add(SHA256.digest(of: "\(number)"), at: now)
        }
        #expect(strangers.count <= StrangerTable.capacity)
        strangers.add(first, at: now)
        #expect(strangers.contains(first, at: now))
        #expect(!strangers.contains(first, at: now + StrangerTable.memory))
    }
}

private final class JobCount: Sendable {
    private let count = Atomic(0)

    var value: Int { count.load(ordering: .sequentiallyConsistent) }

    func note(_ event: DatabaseEvent) {
        switch event {
        case .finished, .slow: count.add(1, ordering: .sequentiallyConsistent)
        default: break
        }
    }
}
