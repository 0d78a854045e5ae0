import PostgreSQL

/// A follower's place as the table `feed_cursor` keeps it.
struct CursorRow {
    private let epoch: Int32
    private let transaction: UInt64
    private let sequence: Int64

    /// The place, if it is of the epoch that is now.
    func cursor(at moment: FeedMoment) throws(StartAgain) -> FeedCursor {
        guard epoch == moment.epoch else { throw StartAgain() }
        return adopted(at: moment)
    }

    /// The place as one of the epoch that is now.
    func adopted(at moment: FeedMoment) -> FeedCursor {
        let cursor = FeedCursor(token: moment.token, transaction: transaction, sequence: sequence)
        guard epoch != moment.epoch, moment.index(of: cursor) == moment.segments.count - 1 else {
            return cursor
        }
        // It stood at the beginning of an epoch in which nothing happened before the dump.
        return moment.startOfCurrent
    }
}

extension CursorRow {
    private init(_ row: borrowing Row) throws {
        epoch = try row.decode(at: 0)
        transaction = try row.decode(at: 1)
        sequence = try row.decode(at: 2)
    }

    private static func selection(_ name: String) -> SQL {
        "SELECT epoch, transaction_id, sequence FROM feed_cursor WHERE follower = \(name)"
    }

    /// Nil when the follower is new.
    static func read(_ name: String, in session: borrowing Session) throws -> CursorRow? {
        try session.query(selection(name)).first { try CursorRow($0) }
    }

    /// Nil when the follower is new, or another instance has the row.
    static func lock(_ name: String, in session: borrowing Session) throws -> CursorRow? {
        try session.query("\(selection(name)) FOR UPDATE SKIP LOCKED").first { try CursorRow($0) }
    }

    /// Adds the row of a new follower; false when it is there.
    static func add(
        _ cursor: FeedCursor,
        at moment: FeedMoment,
        of name: String,
        in session: borrowing Session
    ) throws -> Bool {
        try session.execute("\(insertion(cursor, at: moment, of: name)) ON CONFLICT DO NOTHING") == 1
    }

    /// Moves the follower.
    static func put(
        _ cursor: FeedCursor,
        at moment: FeedMoment,
        of name: String,
        in session: borrowing Session
    ) throws {
        try session.execute(
            """
            \(insertion(cursor, at: moment, of: name)) ON CONFLICT (follower) DO UPDATE SET epoch = excluded.epoch,
                transaction_id = excluded.transaction_id, sequence = excluded.sequence, moved_at = excluded.moved_at
            """
        )
    }

    private static func insertion(_ cursor: FeedCursor, at moment: FeedMoment, of name: String) -> SQL {
        """
        INSERT INTO feed_cursor (follower, epoch, transaction_id, sequence, moved_at)
        VALUES (\(name), \(moment.epoch), \(cursor.transaction), \(cursor.sequence), clock_timestamp())
        """
    }
}
