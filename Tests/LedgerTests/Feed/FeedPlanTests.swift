import PostgreSQL
import TestSupport
import Testing

@testable import Ledger

@Suite(.timeLimit(.minutes(3)))
struct FeedPlanTests {
    @Test func `at a hundred thousand events the feed reads its index alone, from the middle and at the end`()
        async throws
    {
        try await withLedger("feed_plans") { _, database, _ in
            let feed = EventFeed(database)
            try await feed.begin()
            let bulk = BulkLedger(database, numberPrefix: "KCK")
            for _ in 0..<100 { try await bulk.write(try BulkReport.potholes(1_000), year: 2_020) }
            try await database.write { session in try session.execute("ANALYZE report_event, report") }
            let end = try await feed.now()
            let plans = try await feed.reading { session, moment -> [String] in
                let middle = moment.current.start
                let columns: [SQL] = [FeedEvent.columns, LastChanges.columns, "e.report_id"]
                var plans: [String] = []
                for start in [middle, (end.transaction, end.sequence)] {
                    for column in columns {
                        let poll = moment.visible.events(column, after: start, limit: 500)
                        plans.append(
                            try session.query("EXPLAIN \(poll)").map { try $0.decode(String.self, at: 0) }
                                .joined(separator: "\n")
                        )
                    }
                }
                return plans
            }
            for plan in plans {
                #expect(plan.contains("Index Scan using report_event_feed"), "\(plan)")
                #expect(!plan.contains("Seq Scan") && !plan.contains("Sort"), "\(plan)")
            }
        }
    }
}
