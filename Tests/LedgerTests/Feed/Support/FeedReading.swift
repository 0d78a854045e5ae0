import Formats
import Geography
import PostgreSQL
import Reports
import Testing

@testable import Ledger

extension EventFeed {
    /// Every complete event after a place, read in pages.
    func all(after start: FeedCursor, limit: Int) async throws -> [FeedEvent] {
        var events: [FeedEvent] = []
        var cursor = start
        while true {
            let page = try await self.events(after: cursor, limit: limit)
            events += page.events
            cursor = page.cursor
            if !page.hasMore { return events }
        }
    }

    /// The events after a place, once there are so many; other tests' transactions may hold the horizon for a while.
    func told(after start: FeedCursor, atLeast count: Int) async throws -> [FeedEvent] {
        while true {
            let events = try await all(after: start, limit: 500)
            if events.count >= count { return events }
            try await Task.sleep(for: .milliseconds(2))
        }
    }
}

extension Database {
    /// The only number that a query gives.
    func count(_ statement: SQL) async throws -> Int64 {
        try await read { session in try session.query(statement).one { try $0.decode(Int64.self, at: 0) } }
    }
}

extension BulkReport {
    /// Potholes that were received and nothing else.
    static func potholes(_ count: Int) throws -> [BulkReport] {
        let pothole = try NewReport.pothole()
        var random = SystemRandomNumberGenerator()
        return (0..<count).map { _ in
            BulkReport(
                id: ReportIdentifier(at: pothole.created, using: &random),
                report: pothole,
                stages: [],
                supporters: 0
            )
        }
    }
}
