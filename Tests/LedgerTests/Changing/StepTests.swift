import Formats
import Ledger
import PostgreSQL
import Reports
import Synchronization
import TestSupport
import Testing

struct StepTests {
    private static let unit = Actor(.unit, name: "ZDMK")
    /// A Thursday, 10:00 in Kraków.
    private static let thursday = Timestamp(seconds: 1782979200)

    private static func days(_ count: Int64) -> Timestamp {
        thursday.advanced(bySeconds: count * 86_400)
    }

    @Test(.timeLimit(.minutes(1)))
    func `each step raises the version and is told by an event with who, from and to`() async throws {
        try await withLedger("steps_events") { ledger, database, published in
            let report = try await ledger.take(.pothole(created: Self.days(0)))
            let city = try Krakow.city
            var step = StepRequest(to: .assigned)
            var now = try await ledger.step(report.number, step, by: Self.unit, in: city, at: Self.days(1))
            #expect(now.status == .assigned && now.version == 2 && now.due.firstActed == Self.days(1))
            step = StepRequest(
                to: .notResolved,
                reason: ClosingReason.notFound.rawValue,
                note: Note("Na miejscu nic nie ma.", isPublic: true)
            )
            now = try await ledger.step(report.number, step, by: Self.unit, in: city, at: Self.days(2))
            #expect(now.status == .notResolved && now.closed == Self.days(2))
            #expect(now.reason == "not_found" && now.version == 3)
            let kept = try await ledger.report(report.number)
            #expect(kept == now)
            #expect(published.withLock { $0.map(\.version) } == [1, 2, 3])
            let events = try await database.read { session in
                try session.query(
                    """
                    SELECT e.what, e.from_status, e.status, e.actor, e.actor_name, e.reason, n.text FROM report_event e
                    LEFT JOIN report_note n USING (report_id, version) ORDER BY version
                    """
                ).map { row in
                    try (0..<7).map { try row.decode(String?.self, at: $0) ?? "-" }.joined(separator: " ")
                }
            }
            #expect(
                events == [
                    "received - received reporter - - -", "status received assigned unit ZDMK - -",
                    "status assigned not_resolved unit ZDMK not_found Na miejscu nic nie ma.",
                ]
            )
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `the clock stands still while the reporter is asked`() async throws {
        try await withLedger("steps_clock") { ledger, _, _ in
            let city = try Krakow.city
            var new = try NewReport.pothole(created: Self.days(0))
            new.due = city.due(of: new.category, from: new.created)
            let report = try await ledger.take(new)
            // Seven working days from Thursday, July 2: until the end of Monday, July 13.
            #expect(report.due.closure == Timestamp(parsing: "2026-07-13T22:00:00Z"))
            _ = try await ledger.step(
                report.number,
                StepRequest(to: .assigned),
                by: Self.unit,
                in: city,
                at: Self.days(0)
            )
            let asked = try await ledger.step(
                report.number,
                StepRequest(to: .waiting),
                by: Self.unit,
                in: city,
                at: Self.days(1)
            )
            #expect(asked.due.waitingSince == Self.days(1))
            // Asked on Friday, answered on Tuesday: two working days have begun meanwhile.
            let answered = try await ledger.step(
                report.number,
                StepRequest(to: .assigned),
                by: .reporter,
                in: city,
                at: Self.days(5)
            )
            #expect(answered.due.waitingSince == nil)
            #expect(answered.due.closure == Timestamp(parsing: "2026-07-15T22:00:00Z"))
            let kept = try await ledger.report(report.number)
            #expect(kept == answered)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a reporter's 'not fixed' opens the report again with new deadlines`() async throws {
        try await withLedger("steps_reopen") { ledger, _, _ in
            let city = try Krakow.city
            let report = try await ledger.take(.pothole(created: Self.days(0)))
            for status in [ReportStatus.assigned, .resolved] {
                _ = try await ledger.step(
                    report.number,
                    StepRequest(to: status),
                    by: Self.unit,
                    in: city,
                    at: Self.days(1)
                )
            }
            let again = try await ledger.step(
                report.number,
                StepRequest(to: .reopened),
                by: .reporter,
                in: city,
                at: Self.days(4)
            )
            #expect(again.closed == nil && again.reason == nil && again.due.firstActed == nil)
            #expect(again.due == city.due(of: report.category, from: Self.days(4)))
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `what may not be done changes nothing`() async throws {
        try await withLedger("steps_refused") { ledger, _, published in
            let city = try Krakow.city
            let report = try await ledger.take(.pothole(created: Self.days(0)))
            let missing = try #require(ReportNumber(parsing: "KCK-2026-999999"))
            await #expect(throws: NoSuchReport.self) {
                try await ledger.step(missing, StepRequest(to: .assigned), by: Self.unit, in: city)
            }
            await #expect(throws: NotTheUnits.self) {
                try await ledger.step(
                    report.number,
                    StepRequest(to: .assigned),
                    by: Actor(.unit, name: "MPO"),
                    in: city
                )
            }
            await #expect(throws: StepRefused.self) {
                try await ledger.step(report.number, StepRequest(to: .implemented), by: Self.unit, in: city)
            }
            for original in [missing, report.number] {
                await #expect(throws: NoSuchOriginal.self) {
                    try await ledger.step(
                        report.number,
                        StepRequest(to: .duplicate, duplicateOf: original),
                        by: Self.unit,
                        in: city
                    )
                }
            }
            let kept = try await ledger.report(report.number)
            #expect(kept == report)
            #expect(published.withLock { $0.count } == 1)
        }
    }
}
