package import PostgreSQL
package import Reports

/// What the live map is told: all reports at the start, then whatever changed since.
///
/// It does not wait until transactions are complete, because a mark's version makes it harmless to be told in another
/// order, or twice.
package struct MapFeed: Sendable {
    private static let chunk = 4_096
    private let feed: EventFeed

    /// The feed of a migrated database.
    package init(_ database: Database) {
        feed = EventFeed(database)
    }

    /// Reads every report, in chunks, as they stood at one instant.
    package func load(_ take: @escaping @Sendable ([ReportMark]) -> Void) async throws -> MapPosition {
        try await feed.reading { session, moment in
            let position = MapPosition(cursor: try moment.cursorOfNow(in: session))
            var reader = MarkReader()
            var marks: [ReportMark] = []
            marks.reserveCapacity(MapFeed.chunk)
            // The whole table takes as long as it takes.
            try session.execute("SET LOCAL statement_timeout = 0")
            try session.copyOut("SELECT \(MarkReader.columns) FROM report r") { row in
                marks.append(try reader.mark(of: row))
                if marks.count == MapFeed.chunk {
                    take(marks)
                    marks.removeAll(keepingCapacity: true)
                }
            }
            take(marks)
            return position
        }
    }

    /// Reads the reports that changed since a position, as far as anybody can see.
    ///
    /// - Throws: `StartAgain` when the position means nothing any more: load anew.
    package func changes(since position: MapPosition) async throws -> MapChanges {
        try await feed.reading { session, moment in
            try moment.checkCurrent(position.cursor)
            let news = try MapNews(since: position, at: moment, chunk: MapFeed.chunk, in: session)
            guard !news.reports.isEmpty else {
                return MapChanges(marks: [], position: news.position, hasMore: news.hasMore)
            }
            var reader = MarkReader()
            let marks = try session.query(
                "SELECT \(MarkReader.columns) FROM report r WHERE r.id = ANY (\(Array(news.reports)))"
            ).map { try reader.mark(of: $0) }
            return MapChanges(marks: marks, position: news.position, hasMore: news.hasMore)
        }
    }
}

/// What a map has to take in.
package struct MapChanges: Sendable {
    package let marks: [ReportMark]
    package let position: MapPosition
    /// Whether to ask again at once.
    package let hasMore: Bool
}
