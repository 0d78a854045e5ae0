import Formats
import Ledger
import PostgreSQL
import Reports
import Synchronization
import TestSupport
import Testing

struct NamedRequestTests {
    private static func request(_ name: UInt8, _ content: UInt8) -> NamedRequest {
        NamedRequest(
            name: [UInt8](repeating: name, count: 32),
            content: [UInt8](repeating: content, count: 32)
        )
    }

    @Test(.timeLimit(.minutes(1)))
    func `fifty senders of one named request get one report and the same receipt`() async throws {
        try await withLedger("named_race") { ledger, database, published in
            let new = try NewReport.pothole()
            let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
                for _ in 0..<50 {
                    group.addTask { try await ledger.record(new, as: Self.request(1, 1)).receipt }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(receipts.map(\.number)).count == 1)
            #expect(receipts.allSatisfy { $0 == receipts[0] })
            let rows = try await database.read { session in
                try session.query("SELECT count(*) FROM report").one { try $0.decode(Int64.self, at: 0) }
            }
            #expect(rows == 1)
            #expect(published.withLock { $0.count } == 1)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a receipt is the same later, whatever became of the report`() async throws {
        try await withLedger("named_later") { ledger, _, _ in
            var new = try NewReport.pothole()
            try new.compare()
            let twin = try await ledger.record(new).receipt
            new.due = DueDates(firstAction: new.created.advanced(bySeconds: 60), closure: new.created)
            let first = try await ledger.record(new, as: Self.request(1, 1)).receipt
            _ = try await ledger.step(
                first.number,
                StepRequest(to: .assigned),
                by: Actor(.unit, name: "ZDMK"),
                in: Krakow.city
            )
            let again = try await ledger.record(new, as: Self.request(1, 1)).receipt
            #expect(again == first && again.status == .received && again.matches.first?.number == twin.number)
            #expect(again.link == MatterLink(to: twin.number, .suggested))
            let recalled = try await ledger.recall(Self.request(1, 1))
            #expect(recalled == first)
            let unknown = try await ledger.recall(Self.request(2, 1))
            #expect(unknown == nil)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a name that stands for other content is refused and stores nothing`() async throws {
        try await withLedger("named_other") { ledger, database, _ in
            _ = try await ledger.record(.pothole(), as: Self.request(1, 1))
            await #expect(throws: NameTaken.self) {
                try await ledger.record(.pothole(description: "inna"), as: Self.request(1, 2))
            }
            await #expect(throws: NameTaken.self) { try await ledger.recall(Self.request(1, 2)) }
            let rows = try await database.read { session in
                try session.query("SELECT count(*) FROM report").one { try $0.decode(Int64.self, at: 0) }
            }
            #expect(rows == 1)
        }
    }
}
