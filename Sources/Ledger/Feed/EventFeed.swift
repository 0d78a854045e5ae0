package import PostgreSQL

/// The feed of events: everything that happened, in one order that all followers share.
///
/// The order is that of (transaction, sequence), but no report's version is told before those below it. Only complete
/// transactions are told, so that nothing appears behind a place that was passed.
package struct EventFeed: Sendable {
    let database: Database

    /// The feed of a migrated database.
    package init(_ database: Database) {
        self.database = database
    }

    /// The place of a follower that wants all of history.
    package func beginning() async throws -> FeedCursor {
        try await reading { _, moment in moment.beginning }
    }

    /// The place of a follower that wants only what is to come.
    package func now() async throws -> FeedCursor {
        try await reading { session, moment in try moment.cursorOfNow(in: session) }
    }

    /// Reads `limit` events after a place, or fewer if there are no more; seldom some more.
    ///
    /// - Throws: `StartAgain` when the place is none of this epoch.
    package func events(after cursor: FeedCursor, limit: Int) async throws -> EventPage {
        try await reading { session, moment in
            try EventPage(after: cursor, limit: limit, at: moment, in: session)
        }
    }
}
