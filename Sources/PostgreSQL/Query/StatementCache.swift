/// The prepared statements of one connection: at most `capacity`, the longest unused one goes first.
///
/// It only keeps the books; the connection prepares and forgets.
struct StatementCache {
    struct Key: Hashable {
        let text: String
        let types: [ColumnType]
    }

    private struct Entry {
        let name: String
        var used: UInt64
    }

    private let capacity: Int
    private var entries: [Key: Entry] = [:]
    private var clock: UInt64 = 0
    private var named: UInt64 = 0

    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    var count: Int { entries.count }

    /// The name of a statement that is already prepared.
    mutating func name(of key: Key) -> String? {
        guard let found = entries.index(forKey: key) else { return nil }
        clock += 1
        entries.values[found].used = clock
        return entries.values[found].name
    }

    /// A name that no statement of this connection has had.
    mutating func newName() -> String {
        named += 1
        return "s\(named)"
    }

    /// Remembers a prepared statement and returns the name of the one to forget, if there is no room.
    mutating func insert(_ key: Key, name: String) -> String? {
        var evicted: String?
        if entries.count >= capacity, let oldest = entries.min(by: { $0.value.used < $1.value.used }) {
            entries.removeValue(forKey: oldest.key)
            evicted = oldest.value.name
        }
        clock += 1
        entries[key] = Entry(name: name, used: clock)
        return evicted
    }

    /// Forgets them all.
    mutating func removeAll() {
        entries.removeAll()
    }
}
