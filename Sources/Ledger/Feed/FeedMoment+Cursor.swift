import PostgreSQL

extension FeedMoment {
    /// Before the first event of all history.
    var beginning: FeedCursor {
        FeedCursor(token: token, transaction: 0, sequence: 0)
    }

    /// The stretch that is being written.
    var current: FeedSegment { segments[segments.count - 1] }

    /// The same with the events that anybody sees, complete or not.
    var visible: FeedSegment {
        FeedSegment(
            floor: current.floor,
            ceiling: current.ceiling,
            firstTransaction: current.firstTransaction,
            horizon: end
        )
    }

    /// Before the first event of the stretch that is being written.
    var startOfCurrent: FeedCursor {
        let start = current.start
        return FeedCursor(token: token, transaction: start.transaction, sequence: start.sequence)
    }

    /// The last event that is complete.
    ///
    /// An event and not the horizon, because a server that crashes gives the numbers of transactions that left no
    /// trace to others.
    func cursorOfNow(in session: borrowing Session) throws -> FeedCursor {
        let last = try session.query(
            """
            SELECT transaction_id, sequence FROM report_event
            WHERE transaction_id >= \(current.firstTransaction) AND transaction_id < \(horizon)
                AND sequence > \(current.floor)
            ORDER BY transaction_id DESC, sequence DESC LIMIT 1
            """
        ).first {
            FeedCursor(token: token, transaction: try $0.decode(at: 0), sequence: try $0.decode(at: 1))
        }
        return last ?? startOfCurrent
    }

    /// Throws unless the place was given out in this epoch and may have been passed.
    func check(_ cursor: FeedCursor) throws(StartAgain) {
        guard cursor.token == token, index(of: cursor) < segments.count - 1 || cursor.transaction < end else {
            throw StartAgain()
        }
    }

    /// Throws unless it is such a place in the stretch that is being written.
    ///
    /// No other is ever a map's: one that was kept somewhere and is, was not given out here.
    func checkCurrent(_ cursor: FeedCursor) throws(StartAgain) {
        try check(cursor)
        guard index(of: cursor) == segments.count - 1 else { throw StartAgain() }
    }

    /// In which stretch a place lies.
    func index(of cursor: FeedCursor) -> Int {
        segments.firstIndex { cursor.sequence <= $0.ceiling } ?? segments.count - 1
    }

    /// Whether an event lies at or before a place.
    func holds(_ cursor: FeedCursor, transaction: UInt64, sequence: Int64) -> Bool {
        let event = index(of: FeedCursor(token: token, transaction: transaction, sequence: sequence))
        let place = index(of: cursor)
        guard event == place else { return event < place }
        return (transaction, sequence) <= (cursor.transaction, cursor.sequence)
    }
}
