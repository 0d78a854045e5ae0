import PostgreSQL

/// Which reports have events that a map does not know yet.
struct MapNews {
    private(set) var reports: Set<UUIDBytes> = []
    private(set) var position: MapPosition
    private(set) var hasMore = false

    private struct Event {
        let transaction: UInt64
        let sequence: Int64
        let report: UUIDBytes
    }

    /// Reads up to a chunk of complete events, and all that are seen above the horizon after them.
    init(since old: MapPosition, at moment: FeedMoment, chunk: Int, in session: borrowing Session) throws {
        position = MapPosition(cursor: old.cursor)
        var from = (transaction: old.cursor.transaction, sequence: old.cursor.sequence)
        while true {
            let statement = moment.visible.events("e.report_id", after: from, limit: chunk)
            let events = try session.query(statement).map { row in
                Event(
                    transaction: try row.decode(at: 0),
                    sequence: try row.decode(at: 1),
                    report: try row.decode(at: 2)
                )
            }
            for event in events {
                if !old.ahead.contains(event.sequence) { reports.insert(event.report) }
                if event.transaction < moment.horizon {
                    position.cursor = FeedCursor(
                        token: moment.token,
                        transaction: event.transaction,
                        sequence: event.sequence
                    )
                } else {
                    position.ahead.insert(event.sequence)
                }
            }
            guard events.count == chunk, let last = events.last else { return }
            if last.transaction < moment.horizon {
                // What was ahead lies further on, and is known still.
                position.ahead = old.ahead
                hasMore = true
                return
            }
            from = (last.transaction, last.sequence)
        }
    }
}
