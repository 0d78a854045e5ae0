package import PostgreSQL

/// A follower that misses nothing and does nothing twice: its place is kept in the database and moves in the
/// transaction of its effects.
///
/// Any number of instances may run it; each batch is done by one of them.
package struct DurableFollower: Sendable {
    /// Where a follower stands.
    package enum Place: Sendable {
        /// Before all of history.
        case beginning
        /// After what has happened so far.
        case now
        /// Where it stood before the dump was restored or the other server took over.
        ///
        /// Right for effects that are kept in the database: they came back with the place.
        case whereItStood
    }

    /// What came of one step.
    package enum Step: Sendable, Equatable {
        /// Nothing has happened since.
        case idle
        /// So many events were handled.
        case moved(events: Int, hasMore: Bool)
        /// Another instance is at it.
        case elsewhere
    }

    let feed: EventFeed
    let name: String
    private let start: Place
    private let batch: Int

    /// A follower by the name under which its place is kept; a new one begins at `start`.
    package init(_ database: Database, name: String, start: Place, batch: Int = 500) {
        feed = EventFeed(database)
        self.name = name
        self.start = start
        self.batch = batch
    }

    /// Handles the next events, if there are any, and moves on, in one transaction.
    ///
    /// `handle` may be run again after a failure, so it keeps nothing outside the session. While it runs, no follower
    /// sees what is written meanwhile, so it must be quick.
    ///
    /// - Throws: `StartAgain` when its place means nothing any more: `restart` says where to go on.
    package func advance(
        _ handle: @escaping @Sendable (borrowing Session, [FeedEvent]) throws -> Void
    ) async throws -> Step {
        guard try await hasNews() else { return .idle }
        return try await feed.begun {
            try await feed.database.write { session in try step(in: session, handle) }
        }
    }

    /// Puts the follower to a place, whatever it was told before.
    package func restart(at place: Place) async throws {
        try await feed.begun {
            try await feed.database.write { session in
                guard let moment = try FeedMoment.now(in: session) else { throw EventFeed.EpochNotBegun() }
                try CursorRow.put(
                    try cursor(of: place, at: moment, in: session),
                    at: moment,
                    of: name,
                    in: session
                )
            }
        }
    }

    /// Looks without a lock and without a transaction's number: most of the time there is nothing to do.
    private func hasNews() async throws -> Bool {
        try await feed.reading { session, moment in
            guard let row = try CursorRow.read(name, in: session) else { return true }
            let cursor = try row.cursor(at: moment)
            let next = try EventPage(after: cursor, limit: 1, at: moment, in: session)
            return next.cursor != cursor
        }
    }

    private func step(
        in session: borrowing Session,
        _ handle: (borrowing Session, [FeedEvent]) throws -> Void
    ) throws -> Step {
        // The lock first: a moment from before it may be older than the place it finds.
        var row = try CursorRow.lock(name, in: session)
        guard let moment = try FeedMoment.now(in: session) else { throw EventFeed.EpochNotBegun() }
        if row == nil {
            let cursor = try cursor(of: start, at: moment, in: session)
            guard try CursorRow.add(cursor, at: moment, of: name, in: session) else { return .elsewhere }
            row = try CursorRow.lock(name, in: session)
        }
        guard let cursor = try row?.cursor(at: moment) else { return .elsewhere }
        let news = try EventPage(after: cursor, limit: batch, at: moment, in: session)
        guard news.cursor != cursor else { return .idle }
        if !news.events.isEmpty { try handle(session, news.events) }
        try CursorRow.put(news.cursor, at: moment, of: name, in: session)
        return .moved(events: news.events.count, hasMore: news.hasMore)
    }

    private func cursor(
        of place: Place,
        at moment: FeedMoment,
        in session: borrowing Session
    ) throws -> FeedCursor {
        switch place {
        case .beginning: moment.beginning
        case .now: try moment.cursorOfNow(in: session)
        case .whereItStood: try CursorRow.read(name, in: session)?.adopted(at: moment) ?? moment.beginning
        }
    }
}
