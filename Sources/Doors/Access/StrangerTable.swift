import Cryptography

/// Keys that the database was asked for lately and did not know, so that guesses do not become queries.
struct StrangerTable {
    /// One more, and all are forgotten.
    static let capacity = 4_096
    /// How long one is remembered.
    static let memory = Duration.seconds(10)

    private var ends: [Digest: ContinuousClock.Instant] = [:]

    var count: Int { ends.count }

    mutating func add(_ hash: Digest, at now: ContinuousClock.Instant) {
        if ends.count >= StrangerTable.capacity { ends = ends.filter { $0.value > now } }
        if ends.count >= StrangerTable.capacity { ends.removeAll(keepingCapacity: true) }
        ends[hash] = now + StrangerTable.memory
    }

    func contains(_ hash: Digest, at now: ContinuousClock.Instant) -> Bool {
        ends[hash].map { $0 > now } ?? false
    }
}
