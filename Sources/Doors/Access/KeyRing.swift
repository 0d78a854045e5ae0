import Cryptography
package import Ledger
import Synchronization

/// The keys in force, in memory: a request with one asks no database.
///
/// A follower refreshes it every half second; a key that it has not heard of is looked up once, so that a new key works
/// at once. While the database is away the keys that it knows stay in force.
package final class KeyRing: Sendable {
    /// What is known of a key without asking.
    enum Standing: Equatable {
        case known(APIKey)
        /// The database was asked lately and did not know it.
        case unknown
        case unheardOf
    }

    private struct State {
        var keys: [Digest: APIKey] = [:]
        var strangers = StrangerTable()
    }

    private let store: KeyStore
    private let state = Mutex(State())

    /// An empty ring.
    package init(_ store: KeyStore) {
        self.store = store
    }

    /// Takes over the keys that are in force now.
    package func refresh() async throws {
        let keys = try await store.all()
        state.withLock { $0.keys = keys }
    }

    /// What is known of a key, at once.
    func standing(of hash: Digest, at now: ContinuousClock.Instant = .now) -> Standing {
        state.withLock { state in
            if let key = state.keys[hash] { return .known(key) }
            return state.strangers.contains(hash, at: now) ? .unknown : .unheardOf
        }
    }

    /// The key in force; asks the database for one that is unheard of.
    func key(_ hash: Digest, at now: ContinuousClock.Instant = .now) async throws -> APIKey? {
        switch standing(of: hash, at: now) {
        case .known(let key): return key
        case .unknown: return nil
        case .unheardOf: break
        }
        let found = try await store.key(hash)
        state.withLock { state in
            if let found { state.keys[hash] = found } else { state.strangers.add(hash, at: now) }
        }
        return found
    }
}
