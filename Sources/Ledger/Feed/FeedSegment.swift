import PostgreSQL

/// A stretch of history within which transactions' numbers can be compared: what was written in one epoch.
struct FeedSegment: Sendable, Equatable {
    /// Its events have higher sequences than this.
    let floor: Int64
    /// None of its events has a higher sequence.
    let ceiling: Int64
    /// None of its events has a lower transaction; 0 where that is not known.
    let firstTransaction: UInt64
    /// Its events are complete below this transaction.
    let horizon: UInt64

    /// Where somebody stands who was told nothing of it: a transaction before its first, a sequence of its own.
    var start: (transaction: UInt64, sequence: Int64) {
        firstTransaction == 0 ? (0, 0) : (firstTransaction - 1, floor + 1)
    }

    /// Its complete events after a place, each with its place first, by the index `report_event_feed`.
    func events(
        _ columns: SQL,
        after start: (transaction: UInt64, sequence: Int64),
        limit: Int
    ) -> SQL {
        """
        SELECT e.transaction_id, e.sequence, \(columns) FROM report_event e
        WHERE (e.transaction_id, e.sequence) > (\(start.transaction), \(start.sequence))
            AND e.transaction_id < \(horizon) AND e.sequence > \(floor) AND e.sequence <= \(ceiling)
        ORDER BY e.transaction_id, e.sequence LIMIT \(limit)
        """
    }
}
