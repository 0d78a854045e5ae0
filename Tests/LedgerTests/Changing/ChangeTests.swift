import Formats
import Ledger
import PostgreSQL
import Reports
import Synchronization
import TestSupport
import Testing

struct ChangeTests {
    private static func sender(_ byte: UInt8) -> [UInt8] { [UInt8](repeating: byte, count: 32) }

    @Test(.timeLimit(.minutes(1)))
    func `changes at once follow each other, each with a version and an event of its own`() async throws {
        try await withLedger("changes_race") { ledger, database, published in
            let report = try await ledger.take(.pothole())
            try await withThrowingTaskGroup(of: Void.self) { group in
                for sender in 0..<40 {
                    group.addTask {
                        _ = try await ledger.support(report.number, sender: Self.sender(UInt8(sender / 2)))
                    }
                }
                try await group.waitForAll()
            }
            let kept = try #require(try await ledger.report(report.number))
            #expect(kept.supporters == 20 && kept.version == 21)
            let versions = try await database.read { session in
                try session.query("SELECT version FROM report_event ORDER BY sequence").map {
                    try $0.decode(Int32.self, at: 0)
                }
            }
            #expect(versions == Array(1...21))
            #expect(published.withLock { $0.map(\.version).sorted() } == Array(1...21))
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a named comment is written once, and its name stands for nothing else`() async throws {
        try await withLedger("changes_comment") { ledger, database, _ in
            let report = try await ledger.take(.pothole())
            let request = NamedRequest(name: Self.sender(1), content: Self.sender(2))
            for _ in 0..<3 {
                let now = try await ledger.comment(
                    report.number,
                    "Dalej tam jest.",
                    by: .resident,
                    as: request
                )
                #expect(now.version == 2)
            }
            let other = NamedRequest(name: Self.sender(1), content: Self.sender(3))
            await #expect(throws: NameTaken.self) {
                try await ledger.comment(report.number, "Co innego.", by: .resident, as: other)
            }
            let notes = try await database.read { session in
                try session.query("SELECT text FROM report_note").map { try $0.decode(String.self, at: 0) }
            }
            #expect(notes == ["Dalej tam jest."])
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `who follows is kept apart and no event tells of it`() async throws {
        try await withLedger("changes_follow") { ledger, database, published in
            let report = try await ledger.take(.pothole())
            for _ in 0..<2 {
                try await ledger.follow(
                    report.number,
                    sender: Self.sender(1),
                    email: "anna@example.org",
                    phone: nil
                )
            }
            let followers = try await database.read { session in
                try session.query("SELECT count(*) FROM report_follower").one {
                    try $0.decode(Int64.self, at: 0)
                }
            }
            let kept = try await ledger.report(report.number)
            #expect(followers == 1 && kept == report)
            #expect(published.withLock { $0.count } == 1)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `hiding is an event for staff, published at once, and can be taken back`() async throws {
        try await withLedger("changes_hide") { ledger, database, published in
            let centre = Actor(.centre, name: "KCK")
            let report = try await ledger.take(.pothole())
            for isHidden in [true, true, false] {
                let now = try await ledger.setHidden(isHidden, report.number, by: centre)
                #expect(now.isHidden == isHidden)
            }
            #expect(published.withLock { $0.map(\.isHidden) } == [false, true, false])
            let events = try await database.read { session in
                try session.query("SELECT what, is_public FROM report_event ORDER BY version").map { row in
                    "\(try row.decode(String.self, at: 0)) \(try row.decode(Bool.self, at: 1))"
                }
            }
            #expect(events == ["received true", "hidden false", "shown false"])
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a note among staff is not public, and a unit writes on its own reports only`() async throws {
        try await withLedger("changes_note") { ledger, database, _ in
            let report = try await ledger.take(.pothole())
            _ = try await ledger.note(
                report.number,
                Note("Zlecono firmie.", isPublic: false),
                by: Actor(.unit, name: "ZDMK")
            )
            await #expect(throws: NotTheUnits.self) {
                try await ledger.note(
                    report.number,
                    Note("Nie nasze.", isPublic: true),
                    by: Actor(.unit, name: "MPO")
                )
            }
            let events = try await database.read { session in
                try session.query("SELECT what, is_public FROM report_event ORDER BY version").map { row in
                    "\(try row.decode(String.self, at: 0)) \(try row.decode(Bool.self, at: 1))"
                }
            }
            #expect(events == ["received true", "note false"])
        }
    }
}
