import Synchronization

/// All open connections.
///
/// An entry is there exactly as long as its socket is open.
final class ConnectionTable: Sendable {
    private let connections = Mutex<[UInt64: Connection]>([:])

    var count: Int { connections.withLock { $0.count } }
    var all: [Connection] { connections.withLock { Array($0.values) } }

    subscript(number: UInt64) -> Connection? { connections.withLock { $0[number] } }

    func add(_ connection: Connection) {
        connections.withLock { $0[connection.number] = connection }
    }

    func remove(_ connection: Connection) {
        connections.withLock { $0[connection.number] = nil }
    }

    /// Cuts the connection if it is still open.
    func cut(_ connection: Connection) {
        connections.withLock { $0[connection.number]?.cut() }
    }
}
