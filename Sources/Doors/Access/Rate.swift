/// How often something may happen: a burst at once, then so many times a second.
package struct Rate: Hashable, Sendable {
    /// How often at once.
    package let burst: Int
    /// How often a second in the long run.
    package let perSecond: Int

    private static let most = 1_000_000

    /// Both are from 1 to a million; what lies beyond is brought there.
    package init(burst: Int, perSecond: Int) {
        self.burst = min(max(1, burst), Rate.most)
        self.perSecond = min(max(1, perSecond), Rate.most)
    }

    /// Nanoseconds that one use costs, rounded up: rather a little slower than faster.
    var cost: Int64 { (1_000_000_000 + Int64(perSecond) - 1) / Int64(perSecond) }

    /// Nanoseconds that a full bucket holds.
    var room: Int64 { cost * Int64(burst) }
}

/// The limits of an instance; nil stands for none.
package struct RateRules: Sendable {
    /// Reading, for each address and for each key.
    package var reads: Rate? = Rate(burst: 2_000, perSecond: 500)
    /// Writing without a key, for each address.
    package var writes: Rate? = Rate(burst: 100, perSecond: 2)
    /// Writing with a key, unless it is for importing, which is held up by the database's queue alone.
    package var keyWrites: Rate? = Rate(burst: 100, perSecond: 20)
    /// Keys that nobody has heard of, for each address: each costs a query.
    package var guesses = Rate(burst: 100, perSecond: 2)
    /// Names, passwords and codes of the staff, for each address: a whole office may come to work at once.
    package var signIns = Rate(burst: 60, perSecond: 1)

    /// The usual limits.
    package init() {}

    /// The usual limits but for addresses, which may go on so many times a second; 0 stands for no limit.
    package init(reads: Int, writes: Int) {
        self.reads = reads > 0 ? Rate(burst: 4 * min(reads, 1 << 20), perSecond: reads) : nil
        self.writes = writes > 0 ? Rate(burst: max(100, writes), perSecond: writes) : nil
    }
}
