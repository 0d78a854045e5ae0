import Formats
import Ledger
import PostgreSQL
import Reports
import Synchronization
import TestSupport
import Testing

/// What staff link and unlink.
@Suite(.timeLimit(.minutes(1))) struct LinkTests {
    private static let centre = Actor(.centre, name: "KCK")

    private static func reports(_ count: Int, in ledger: Ledger) async throws -> [Report] {
        var reports: [Report] = []
        for index in 0..<count {
            reports.append(
                try await ledger.take(
                    try NewReport.pothole(description: "Dziura \(index)").moved(east: 10 * Double(index))
                )
            )
        }
        return reports
    }

    /// All that a report is, but for what each change moves on.
    private static func state(_ database: Database) async throws -> [String] {
        try await database.read { session in
            try session.query(
                "SELECT (to_jsonb(r) - 'version' - 'updated_at')::text FROM report r ORDER BY r.number"
            ).map { try $0.decode(at: 0) }
        }
    }

    @Test func `unlinking undoes linking exactly, whatever the report leads itself`() async throws {
        try await withLedger("links_undone") { ledger, database, published in
            let all = try await Self.reports(5, in: ledger)
            let numbers = all.map(\.number)
            _ = try await ledger.support(numbers[1], sender: [UInt8](repeating: 1, count: 32))
            _ = try await ledger.link(numbers[2], to: numbers[1], by: Self.centre)
            _ = try await ledger.link(numbers[3], to: numbers[1], by: Self.centre)
            let before = try await Self.state(database)
            // The group of three goes into the group of the first, named by a member of it.
            _ = try await ledger.link(numbers[4], to: numbers[0], by: Self.centre)
            _ = try await ledger.link(numbers[1], to: numbers[4], by: Self.centre)
            let whole = try #require(try await ledger.report(numbers[0]))
            #expect(whole.group.members == 4)
            #expect(whole.allSupporters == 5)
            let deep = try #require(try await ledger.report(numbers[3]))
            #expect(deep.group.leader == numbers[0])
            #expect(published.withLock { $0.last { $0.number == numbers[3] }?.isMember } == true)
            _ = try await ledger.unlink(numbers[1], by: Self.centre)
            _ = try await ledger.unlink(numbers[4], by: Self.centre)
            let after = try await Self.state(database)
            #expect(after == before)
            let history = try await ledger.history(of: numbers[1], for: .audience(.staff(unit: nil)))
            #expect(history.map(\.what) == [.received, .supported, .joined, .joined, .linked, .unlinked])
        }
    }

    @Test func `links that make no sense are refused`() async throws {
        try await withLedger("links_refused") { ledger, _, _ in
            let numbers = try await Self.reports(4, in: ledger).map(\.number)
            let unknown = try #require(ReportNumber(parsing: "KCK-2026-999999"))
            await #expect(throws: NoSuchReport.self) {
                try await ledger.link(unknown, to: numbers[0], by: Self.centre)
            }
            await #expect(throws: LinkRefused.noSuchLeader) {
                try await ledger.link(numbers[0], to: unknown, by: Self.centre)
            }
            await #expect(throws: LinkRefused.sameGroup) {
                try await ledger.link(numbers[0], to: numbers[0], by: Self.centre)
            }
            await #expect(throws: LinkRefused.notLinked) {
                try await ledger.unlink(numbers[0], by: Self.centre)
            }
            _ = try await ledger.link(numbers[1], to: numbers[0], by: Self.centre)
            await #expect(throws: LinkRefused.sameGroup) {
                try await ledger.link(numbers[0], to: numbers[1], by: Self.centre)
            }
            await #expect(throws: LinkRefused.linkedAlready(numbers[0])) {
                try await ledger.link(numbers[1], to: numbers[2], by: Self.centre)
            }
            await #expect(throws: NotTheUnits.self) {
                try await ledger.link(numbers[2], to: numbers[0], by: Actor(.unit, name: "ZZM"))
            }
        }
    }

    @Test func `two who link in a circle at once never make one`() async throws {
        try await withLedger("links_circle") { ledger, database, _ in
            let numbers = try await Self.reports(6, in: ledger).map(\.number)
            await withTaskGroup(of: Void.self) { group in
                for index in numbers.indices {
                    group.addTask {
                        let next = numbers[(index + 1) % numbers.count]
                        _ = try? await ledger.link(numbers[index], to: next, by: Self.centre)
                    }
                }
            }
            let leaders = try await database.read { session in
                try session.query(
                    "SELECT count(*) FILTER (WHERE leader_id IS NULL), max(members) FROM report"
                ).one { row -> (Int64, Int32) in (try row.decode(at: 0), try row.decode(at: 1)) }
            }
            // All but one link were taken: one leads all others.
            #expect(leaders.0 == 1)
            #expect(leaders.1 == 5)
        }
    }

    @Test func `a suggestion is confirmed by linking, or dismissed`() async throws {
        try await withLedger("links_suggested") { ledger, _, _ in
            var first = try NewReport.pothole(description: "Dziura przed blokiem 4")
            try first.compare()
            let leader = try await ledger.take(first)
            var receipts: [Receipt] = []
            for east in [5.0, 9.0] {
                var next = try NewReport.pothole(description: "wyrwa przed blokiem 4").moved(east: east)
                try next.compare()
                receipts.append(try await ledger.record(next).receipt)
            }
            #expect(receipts.allSatisfy { $0.link?.standing == .suggested })
            let shown = try await ledger.group(
                of: leader.number,
                after: nil,
                limit: 10,
                for: .staff(unit: nil)
            )
            #expect(Set(shown.suggested.map(\.number)) == Set(receipts.map(\.number)))
            let linked = try await ledger.link(receipts[0].number, to: leader.number, by: Self.centre)
            #expect(linked.group.leader == leader.number)
            let dismissed = try await ledger.unlink(receipts[1].number, by: Self.centre)
            #expect(dismissed.group == GroupPlace())
            let group = try await ledger.group(
                of: receipts[0].number,
                after: nil,
                limit: 10,
                for: .staff(unit: nil)
            )
            #expect(group.leader == leader.number && group.count == 1 && group.suggested.isEmpty)
            #expect(group.members.map(\.number) == [receipts[0].number])
        }
    }

    @Test func `what happens to the leader is told to all it leads, and they may be closed with it`()
        async throws
    {
        try await withLedger("links_closed") { ledger, _, _ in
            let city = try Krakow.city
            let numbers = try await Self.reports(4, in: ledger).map(\.number)
            for member in numbers[1...2] {
                _ = try await ledger.link(member, to: numbers[0], by: Self.centre)
            }
            _ = try await ledger.link(numbers[3], to: numbers[2], by: Self.centre)
            await #expect(throws: LedByAnother.self) {
                try await ledger.support(numbers[3], sender: [UInt8](repeating: 1, count: 32))
            }
            let unit = Actor(.unit, name: "ZDMK")
            for status in [ReportStatus.assigned, .resolved] {
                _ = try await ledger.step(numbers[0], StepRequest(to: status), by: unit, in: city)
            }
            let leader = try #require(try await ledger.report(numbers[0]))
            let offered = try await ledger.openMembers(of: leader)
            #expect(offered == 3)
            for member in numbers[1...] {
                let told = try await ledger.history(of: member, for: .audience(.everyone(withheld: [])))
                #expect(told.last?.what == .led)
                #expect(told.last?.status == .received)
            }
            let refused = try await ledger.stepMembers(
                of: numbers[0],
                StepRequest(to: .resolved),
                by: unit,
                in: city
            )
            #expect(refused == MemberSteps(taken: 0, left: refused.left) && refused.left.count == 3)
            _ = try await ledger.stepMembers(of: numbers[0], StepRequest(to: .assigned), by: unit, in: city)
            let closed = try await ledger.stepMembers(
                of: numbers[0],
                StepRequest(to: .resolved),
                by: unit,
                in: city
            )
            #expect(closed == MemberSteps(taken: 3, left: []))
            let left = try await ledger.openMembers(of: leader)
            #expect(left == 0)
        }
    }
}
