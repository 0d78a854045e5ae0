/// Who waits for which key, and what is asked together: a few batches are under way, and what comes meanwhile collects.
///
/// It only keeps the books: what it returns is to be done by who holds the lock around it, after letting go.
struct LookupBatches<Key: Hashable & Sendable, Waiter: Sendable> {
    /// Keys that are asked for together, each with everybody who waits for its answer.
    struct Batch: Sendable {
        fileprivate(set) var waiters: [Key: [(id: UInt64, waiter: Waiter)]] = [:]
        fileprivate(set) var count = 0

        var keys: [Key] { Array(waiters.keys) }
    }

    /// What to do for somebody who came.
    enum Arrival {
        case run(Batch)
        case wait
        /// Too many wait already.
        case refuse
    }

    private let mostUnderWay: Int
    private let mostKeys: Int
    private let mostWaiting: Int
    private var underWay = 0
    private var collecting = Batch()

    /// - Parameters:
    ///   - mostUnderWay: how many batches run at once.
    ///   - mostKeys: how many keys a batch has.
    ///   - mostWaiting: how many waiters collect; whoever comes then is refused.
    init(mostUnderWay: Int, mostKeys: Int, mostWaiting: Int) {
        self.mostUnderWay = max(1, mostUnderWay)
        self.mostKeys = max(1, mostKeys)
        self.mostWaiting = max(1, mostWaiting)
    }

    /// How many wait for a batch that has not begun.
    var waiting: Int { collecting.count }

    /// Somebody asks for a key.
    mutating func arrive(_ id: UInt64, for key: Key, _ waiter: Waiter) -> Arrival {
        guard collecting.count < mostWaiting else { return .refuse }
        collecting.waiters[key, default: []].append((id, waiter))
        collecting.count += 1
        guard underWay < mostUnderWay else { return .wait }
        underWay += 1
        return .run(taken())
    }

    /// A batch is over; returns the next one, if somebody waits.
    mutating func finish() -> Batch? {
        guard collecting.count > 0 else {
            underWay -= 1
            return nil
        }
        return taken()
    }

    /// Somebody no longer waits; returns the waiter if its batch has not begun.
    mutating func leave(_ id: UInt64, from key: Key) -> Waiter? {
        guard let index = collecting.waiters[key]?.firstIndex(where: { $0.id == id }) else { return nil }
        let waiter = collecting.waiters[key]?.remove(at: index).waiter
        if collecting.waiters[key]?.isEmpty == true { collecting.waiters[key] = nil }
        collecting.count -= 1
        return waiter
    }

    /// The first keys that collected, up to a batch of them.
    private mutating func taken() -> Batch {
        guard collecting.waiters.count > mostKeys else {
            defer { collecting = Batch() }
            return collecting
        }
        var batch = Batch()
        for (key, waiters) in collecting.waiters.prefix(mostKeys) {
            batch.waiters[key] = waiters
            batch.count += waiters.count
        }
        for key in batch.waiters.keys { collecting.waiters[key] = nil }
        collecting.count -= batch.count
        return batch
    }
}
