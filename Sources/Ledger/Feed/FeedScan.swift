import PostgreSQL

/// Reads complete events in their order, through one stretch of history after the other.
struct FeedScan<Value> {
    /// What is read of each event of a stretch, of a `report_event` named `e`; it follows the place in the row.
    let columns: (FeedSegment) -> SQL
    let read: (borrowing Row, FeedCursor) throws -> Value

    /// What a scan found.
    struct Outcome {
        var values: [(place: FeedCursor, value: Value)] = []
        /// Where the next scan goes on.
        var end: FeedCursor
        /// Whether it stopped because it had enough.
        var isCutOff = false
    }

    /// Reads at most `limit` events after a place.
    ///
    /// - Throws: `StartAgain` when the place is none of this epoch.
    func run(
        after cursor: FeedCursor,
        limit: Int,
        at moment: FeedMoment,
        in session: borrowing Session
    ) throws -> Outcome {
        try moment.check(cursor)
        var outcome = Outcome(end: cursor)
        var from = (transaction: cursor.transaction, sequence: cursor.sequence)
        for segment in moment.segments[moment.index(of: cursor)...] {
            let rest = limit - outcome.values.count
            if segment.floor < segment.ceiling {
                // What lies before the stretch's own first transaction is another stretch's.
                let start = from < segment.start ? segment.start : from
                let statement = segment.events(columns(segment), after: start, limit: rest)
                outcome.values += try session.query(statement).map { row in
                    let place = FeedCursor(
                        token: moment.token,
                        transaction: try row.decode(at: 0),
                        sequence: try row.decode(at: 1)
                    )
                    return (place, try read(row, place))
                }
            }
            if let last = outcome.values.last { outcome.end = last.place }
            outcome.isCutOff = outcome.values.count >= limit
            if outcome.isCutOff { return outcome }
            from = (0, 0)
        }
        // An old stretch that is told to its end need not be looked through again.
        if moment.index(of: outcome.end) < moment.segments.count - 1 { outcome.end = moment.startOfCurrent }
        return outcome
    }
}
