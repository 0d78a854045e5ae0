import PostgreSQL

/// What the feed tells at once.
package struct EventPage: Sendable {
    package private(set) var events: [FeedEvent] = []
    /// Where to go on.
    package let cursor: FeedCursor
    package let hasMore: Bool
}

extension EventPage {
    /// An event with how its transaction stands to others that changed the same report.
    ///
    /// A transaction that changes several reports has its number before it has all their locks. While it waits for one,
    /// a transaction with a higher number may raise that report's version, and commit. The lower version then lies
    /// behind the higher one, and is told just before it instead.
    private struct Candidate {
        let event: FeedEvent
        /// A later version lies before it and has brought it along.
        let wasBrought: Bool
        /// The version below it lies behind it and has to be brought along.
        let brings: Bool
        let segment: FeedSegment
    }

    /// Reads what comes after a place; what is brought along comes on top of the limit.
    ///
    /// - Throws: `StartAgain` when the place is none of this epoch.
    init(after start: FeedCursor, limit: Int, at moment: FeedMoment, in session: borrowing Session) throws {
        let scan = FeedScan<Candidate>(columns: EventPage.columns) { row, place in
            Candidate(
                event: try FeedEvent(row: row, at: place),
                wasBrought: try row.decode(at: 10),
                brings: try row.decode(at: 11),
                segment: moment.segments[moment.index(of: place)]
            )
        }
        let outcome = try scan.run(after: start, limit: limit, at: moment, in: session)
        cursor = outcome.end
        hasMore = outcome.isCutOff
        for (_, candidate) in outcome.values where !candidate.wasBrought {
            if candidate.brings {
                events += try EventPage.brought(by: candidate.event, in: candidate.segment, session)
            }
            events.append(candidate.event)
        }
    }

    private static func columns(_ segment: FeedSegment) -> SQL {
        """
        \(FeedEvent.columns),
            EXISTS (SELECT FROM report_event later WHERE later.report_id = e.report_id AND later.version > e.version
                AND later.transaction_id < e.transaction_id AND later.sequence <= \(segment.ceiling)),
            EXISTS (SELECT FROM report_event below WHERE below.report_id = e.report_id AND below.version = e.version - 1
                AND below.transaction_id > e.transaction_id AND below.sequence > \(segment.floor))
        """
    }

    /// The versions right below an event that lie behind it.
    ///
    /// All of them are seen: their transactions had ended before the event's could raise the version further.
    private static func brought(
        by event: FeedEvent,
        in segment: FeedSegment,
        _ session: borrowing Session
    ) throws -> [FeedEvent] {
        let below = try session.query(
            """
            SELECT e.transaction_id, e.sequence, \(FeedEvent.columns) FROM report_event e
            WHERE e.report_id = \(event.report.uuid) AND e.version < \(Int32(clamping: event.version))
                AND e.sequence > \(segment.floor)
            ORDER BY e.version DESC
            """
        ).map { row in
            let place = FeedCursor(
                token: event.place.token,
                transaction: try row.decode(at: 0),
                sequence: try row.decode(at: 1)
            )
            return try FeedEvent(row: row, at: place)
        }
        return below.prefix { $0.place.transaction > event.place.transaction }.reversed()
    }
}
