import Synchronization

/// The bytes of large bodies that are held at once, in all and of each network: files wait in memory until they are
/// looked at, and a stranger may neither fill it nor keep others from sending theirs.
final class HeldBodies: Sendable {
    private struct Counts {
        var all = 0
        var ofNetworks: [IPAddress: Int] = [:]
    }

    private let limit: Int
    private let limitPerNetwork: Int
    private let counts = Mutex(Counts())

    init(limit: Int, perNetwork: Int) {
        self.limit = limit
        limitPerNetwork = perNetwork
    }

    /// Counts bytes that are about to be kept; false if there is no room for them.
    func take(_ bytes: Int, from network: IPAddress) -> Bool {
        counts.withLock { counts in
            let held = counts.ofNetworks[network, default: 0]
            guard bytes <= limit - counts.all, bytes <= limitPerNetwork - held else { return false }
            counts.all += bytes
            counts.ofNetworks[network] = held + bytes
            return true
        }
    }

    /// The bytes are gone.
    func give(_ bytes: Int, from network: IPAddress) {
        counts.withLock { counts in
            let held = counts.ofNetworks[network, default: 0] - bytes
            counts.all -= bytes
            counts.ofNetworks[network] = held > 0 ? held : nil
        }
    }
}
