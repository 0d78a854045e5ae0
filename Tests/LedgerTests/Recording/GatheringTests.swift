import Ledger
import PostgreSQL
import Reports
import Synchronization
import TestSupport
import Testing

/// Reports that come at once are written together; that must not be seen in any of them.
@Suite(.timeLimit(.minutes(1))) struct GatheringTests {
    private static func request(_ name: Int, content: UInt8) -> NamedRequest {
        var digest = [UInt8](repeating: 7, count: 32)
        digest[0] = UInt8(truncatingIfNeeded: name)
        return NamedRequest(name: digest, content: [UInt8](repeating: content, count: 32))
    }

    @Test func `reports that come at once keep what each of them said`() async throws {
        try await withLedger("gathered") { ledger, database, published in
            let taken = try await withThrowingTaskGroup(of: (Int, Report).self) { group in
                for index in 0..<60 {
                    group.addTask {
                        var new = try NewReport.pothole(description: "number \(index)")
                        if index % 2 == 0 { new.contact = Contact(email: "sender-\(index)@example.org") }
                        if index % 3 == 0 { new.answers = ["depth": ["\(index)"]] }
                        let request = index % 4 == 0 ? Self.request(index, content: 1) : nil
                        let recorded = try await ledger.record(new, as: request)
                        guard case .taken(let report, _, _) = recorded else { throw TestFailure("repeated") }
                        return (index, report)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(taken.map(\.1.number)).count == 60)
            for (index, report) in taken {
                let stored = try await ledger.report(report.number)
                #expect(stored == report)
                #expect(stored?.words.description == "number \(index)")
            }
            let kept = try await database.read { session in
                try session.query(
                    """
                    SELECT r.description, c.email, (SELECT count(*) FROM report_event e WHERE e.report_id = r.id AND e.version = 1),
                        (SELECT count(*) FROM remembered_request m WHERE m.report_id = r.id)
                    FROM report r LEFT JOIN report_contact c ON c.report_id = r.id
                    """
                ).map { row -> (text: String, email: String?, events: Int64, names: Int64) in
                    (
                        try row.decode(at: 0), try row.decode(at: 1), try row.decode(at: 2),
                        try row.decode(at: 3)
                    )
                }
            }
            #expect(kept.count == 60)
            for row in kept {
                let index = try #require(Int(row.text.dropFirst("number ".count)))
                #expect(row.email == (index % 2 == 0 ? "sender-\(index)@example.org" : nil))
                #expect(row.events == 1)
                #expect(row.names == (index % 4 == 0 ? 1 : 0))
            }
            #expect(published.withLock { Set($0.map(\.number)).count } == 60)
        }
    }

    @Test func `one report that cannot be kept takes no other along`() async throws {
        try await withLedger("gathered_bad") { ledger, database, _ in
            let refused = await withTaskGroup(of: Int?.self) { group in
                for index in 0..<40 {
                    group.addTask {
                        let length = index % 10 == 9 ? 4_001 : 20
                        do {
                            let words = String(repeating: "x", count: length)
                            _ = try await ledger.record(try .pothole(description: words))
                            return nil
                        } catch {
                            return index
                        }
                    }
                }
                return await group.reduce(into: Set<Int>()) { if let index = $1 { $0.insert(index) } }
            }
            #expect(refused == [9, 19, 29, 39])
            let kept = try await database.read { session in
                try session.query("SELECT count(*) FROM report").one { try $0.decode(Int64.self, at: 0) }
            }
            #expect(kept == 36)
        }
    }

    @Test func `a name that stands for something else is refused to its sender alone`() async throws {
        try await withLedger("gathered_names") { ledger, database, _ in
            let outcomes = await withTaskGroup(of: String.self) { group in
                for index in 0..<40 {
                    group.addTask {
                        do {
                            let request = Self.request(index % 20, content: index < 20 ? 1 : 2)
                            _ = try await ledger.record(try .pothole(), as: request)
                            return "taken"
                        } catch is NameTaken {
                            return "refused"
                        } catch {
                            return "\(error)"
                        }
                    }
                }
                return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            }
            #expect(outcomes == ["taken": 20, "refused": 20])
            let kept = try await database.read { session in
                try session.query("SELECT count(*) FROM report").one { try $0.decode(Int64.self, at: 0) }
            }
            #expect(kept == 20)
        }
    }
}
