import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

/// A matter that half a district has reported.
@Suite(.timeLimit(.minutes(5))) struct LargeGroupTests {
    @Test func `a group of five thousand loads page by page, is told and closed`() async throws {
        try await withLedger("links_many") { ledger, database, _ in
            let leader = try await ledger.take(try NewReport.pothole())
            try await database.write { session in
                let id = UUIDBytes(high: leader.id.high, low: leader.id.low)
                try session.execute(
                    """
                    INSERT INTO report (id, number, kind, category, status, description, lon, lat, east, north, morton,
                        district, unit, created_at, updated_at, leader_id)
                    SELECT gen_random_uuid(), 'KCK-2025-' || lpad(n::text, 6, '0'), kind, category, 'assigned', 'Dziura', lon, lat,
                        east, north, morton, district, unit, created_at, updated_at, id
                    FROM report, generate_series(1, 5000) AS n WHERE id = \(id)
                    """
                )
                try session.execute(
                    """
                    INSERT INTO report_event (report_id, version, what, status, at)
                    SELECT id, 1, 'received', status, created_at FROM report WHERE leader_id IS NOT NULL
                    """
                )
                try session.execute(
                    "UPDATE report SET members = 5000, member_supporters = 5000 WHERE id = \(id)"
                )
            }
            var (numbers, after) = ([ReportNumber](), ReportNumber?.none)
            let clock = ContinuousClock()
            let took = try await clock.measure {
                repeat {
                    let page = try await ledger.group(
                        of: leader.number,
                        after: after,
                        limit: 500,
                        for: .staff(unit: nil)
                    )
                    #expect(page.count == 5_000)
                    numbers += page.members.map(\.number)
                    after = page.next
                } while after != nil
            }
            #expect(numbers.count == 5_000 && Set(numbers).count == 5_000)
            #expect(took < .seconds(5))
            let unit = Actor(.unit, name: "ZDMK")
            for status in [ReportStatus.assigned, .resolved] {
                _ = try await ledger.step(
                    leader.number,
                    StepRequest(to: status),
                    by: unit,
                    in: try Krakow.city
                )
            }
            let told = try await database.read { session in
                try session.query("SELECT count(*) FROM report_event WHERE what = 'led'").one {
                    try $0.decode(Int64.self, at: 0)
                }
            }
            #expect(told == 5_000)
            let closed = try await ledger.stepMembers(
                of: leader.number,
                StepRequest(to: .resolved),
                by: unit,
                in: try Krakow.city
            )
            #expect(closed.taken == 5_000)
        }
    }
}
