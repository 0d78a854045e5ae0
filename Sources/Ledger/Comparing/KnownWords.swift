import Duplicates
import PostgreSQL
import Reports
import Synchronization

/// What reports say, as it is compared, of those that were compared last: whoever types is compared with the same few
/// again and again.
final class KnownWords: Sendable {
    /// Reports whose words are kept: some two kilobytes each.
    static let most = 8_192

    struct Known: Sendable {
        /// The report's version then; photos may come later.
        let version: Int
        /// The city's version by whose vocabulary they were read.
        let city: Int
        let text: TextTraits
        let photos: [UInt64]
    }

    private struct State {
        var younger: [UUIDBytes: Known] = [:]
        var older: [UUIDBytes: Known] = [:]
    }

    private let state = Mutex(State())

    /// What is known of a report in a version.
    func known(_ id: UUIDBytes, version: Int, city: Int) -> Known? {
        state.withLock { state in
            let known = state.younger[id] ?? state.older[id]
            guard let known, known.version == version, known.city == city else { return nil }
            state.younger[id] = known
            return known
        }
    }

    /// Keeps it; when there are too many, those go that nobody asked for since half of them came.
    func keep(_ known: [UUIDBytes: Known]) {
        state.withLock { state in
            state.younger.merge(known) { _, new in new }
            guard state.younger.count > KnownWords.most / 2 else { return }
            state.older = state.younger
            state.younger = [:]
        }
    }
}
