import Synchronization

/// Counts the connections of each network.
final class AddressTally: Sendable {
    private let limit: Int
    private let counts = Mutex<[IPAddress: Int]>([:])

    init(limit: Int) {
        self.limit = limit
    }

    func hasRoom(for network: IPAddress) -> Bool {
        counts.withLock { $0[network, default: 0] < limit }
    }

    func add(_ network: IPAddress) {
        counts.withLock { $0[network, default: 0] += 1 }
    }

    func remove(_ network: IPAddress) {
        counts.withLock { counts in
            guard let count = counts[network] else { return }
            counts[network] = count > 1 ? count - 1 : nil
        }
    }
}
