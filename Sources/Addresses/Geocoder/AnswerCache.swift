/// The latest answers of a service, bounded in number and age; the one that was not used longest goes first.
struct AnswerCache<Key: Hashable & Sendable, Value: Sendable> {
    private struct Entry {
        let value: Value
        let made: ContinuousClock.Instant
        var used: UInt64
    }

    private let capacity: Int
    private let age: Duration
    private var entries: [Key: Entry] = [:]
    /// The keys by their last use; those that were used again since are passed over.
    private var uses: [(key: Key, used: UInt64)] = []
    private var oldest = 0
    private var clock: UInt64 = 0

    /// - Precondition: there is room for at least one answer.
    init(capacity: Int, age: Duration) {
        precondition(capacity > 0)
        self.capacity = capacity
        self.age = age
    }

    var count: Int { entries.count }

    /// The answer kept under a key, if it is young enough.
    mutating func value(_ key: Key, at now: ContinuousClock.Instant) -> Value? {
        guard let entry = entries[key] else { return nil }
        guard entry.made + age > now else {
            entries[key] = nil
            return nil
        }
        touch(key)
        return entry.value
    }

    /// Keeps an answer.
    mutating func put(_ key: Key, _ value: Value, at now: ContinuousClock.Instant) {
        if entries[key] == nil, entries.count >= capacity { dropOldest() }
        entries[key] = Entry(value: value, made: now, used: clock)
        touch(key)
    }

    private mutating func touch(_ key: Key) {
        clock += 1
        entries[key]?.used = clock
        uses.append((key, clock))
        // Old uses pile up before the first that counts; they are swept when they are the greater part.
        if uses.count > 4 * capacity {
            uses = uses[oldest...].filter { entries[$0.key]?.used == $0.used }
            oldest = 0
        }
    }

    private mutating func dropOldest() {
        while oldest < uses.count {
            let use = uses[oldest]
            oldest += 1
            if entries[use.key]?.used == use.used {
                entries[use.key] = nil
                return
            }
        }
    }
}
