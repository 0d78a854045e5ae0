import PostgreSQL

extension EventFeed {
    /// Nobody has seen this server, timeline or table yet.
    struct EpochNotBegun: Error {}

    /// Begins an epoch if history goes on somewhere else than it did; every instance asks before it serves.
    package func begin() async throws {
        var random = SystemRandomNumberGenerator()
        let token = Int64.random(in: .min ... .max, using: &random)
        try await database.write { session in
            // Waits until all who write events are done: what they wrote belongs to what was before. Later statements
            // see it, and whoever of several instances comes first.
            try session.execute("LOCK TABLE report_event IN SHARE ROW EXCLUSIVE MODE")
            guard try FeedMoment.now(in: session) == nil else { return }
            // Nobody holds a number that is not written, so the last one drawn is as good as the highest, and quicker.
            try session.execute(
                """
                INSERT INTO feed_epoch (identity, token, sequence_floor, transaction_floor)
                SELECT feed_identity(), \(token),
                    coalesce(pg_sequence_last_value(pg_get_serial_sequence('report_event', 'sequence')::regclass), 0),
                    pg_snapshot_xmin(pg_current_snapshot())
                """
            )
        }
    }

    /// Reads as of one instant, with what the feed is then; begins the epoch if nobody has.
    func reading<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing Session, FeedMoment) throws -> Value
    ) async throws -> Value {
        try await begun {
            try await database.readSnapshot { session in
                guard let moment = try FeedMoment.now(in: session) else { throw EpochNotBegun() }
                return try body(session, moment)
            }
        }
    }

    /// Does it again, once the epoch is begun, if that is what it lacked.
    func begun<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch is EpochNotBegun {
            try await begin()
            return try await body()
        }
    }
}
