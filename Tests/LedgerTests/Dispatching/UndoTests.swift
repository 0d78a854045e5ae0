import Formats
import Ledger
import PostgreSQL
import Reports
import Synchronization
import TestSupport
import Testing

/// What is done to many reports at once, and taken back.
@Suite(.timeLimit(.minutes(1))) struct UndoTests {
    private static let unit = Actor(.unit, name: "ZDMK", staff: 7, through: .dispatch)

    private static func state(_ database: Database) async throws -> [String] {
        try await database.read { session in
            try session.query(
                "SELECT (to_jsonb(r) - 'version' - 'updated_at')::text FROM report r ORDER BY r.number"
            ).map { try $0.decode(at: 0) }
        }
    }

    private static func reports(_ count: Int, in ledger: Ledger) async throws -> [ReportNumber] {
        var numbers: [ReportNumber] = []
        for index in 0..<count {
            var new = try NewReport.pothole(description: "Dziura \(index)")
            new.due = try Krakow.city.due(of: new.category, from: new.created)
            numbers.append(try await ledger.take(new).number)
        }
        return numbers
    }

    static let actions: [DeskAction] = [
        .step(StepRequest(to: .inProgress)),
        .step(
            StepRequest(to: .notResolved, reason: "not_found", note: Note("Nic tam nie ma", isPublic: true))
        ),
        .step(StepRequest(to: .waiting)), .assign(12, of: nil), .handOver("ZZM", nil),
    ]

    @Test(arguments: actions.indices)
    func `whatever was done at once is taken back exactly`(index: Int) async throws {
        try await withLedger("undo_\(index)") { ledger, database, published in
            try await addStaffRows(1...12, to: database)
            let city = try Krakow.city
            let numbers = try await Self.reports(3, in: ledger)
            for number in numbers {
                _ = try await ledger.step(number, StepRequest(to: .assigned), by: Self.unit, in: city)
            }
            let before = try await Self.state(database)
            let marks = published.withLock { marks in
                numbers.map { number in marks.last { $0.number == number } }
            }
            let done = try await ledger.act(
                Self.actions[index],
                on: numbers,
                by: Self.unit,
                staff: 7,
                in: city
            )
            #expect(done.done == numbers && done.refused.isEmpty)
            #expect(try await Self.state(database) != before)
            let name = try #require(done.change)
            let undone = try await ledger.undo(name, by: Self.unit, staff: 7)
            #expect(undone.done == numbers && undone.refused.isEmpty)
            #expect(try await Self.state(database) == before)
            let now = published.withLock { marks in
                numbers.map { number in marks.last { $0.number == number } }
            }
            for (old, new) in zip(marks, now) {
                #expect(
                    old?.status == new?.status && old?.queue.due == new?.queue.due && old?.unit == new?.unit
                )
            }
            let history = try await ledger.history(of: numbers[0], for: .audience(.staff(unit: nil)))
            #expect(history.last?.what == .undone)
            await #expect(throws: NothingToUndo.self) { try await ledger.undo(name, by: Self.unit, staff: 7) }
        }
    }

    @Test func `only who did it takes it back, soon, and where nobody did anything since`() async throws {
        try await withLedger("undo_bounds") { ledger, database, _ in
            try await addStaffRows(1...12, to: database)
            let city = try Krakow.city
            let numbers = try await Self.reports(3, in: ledger)
            let action = DeskAction.step(StepRequest(to: .inProgress))
            let now = Timestamp(seconds: 1_783_000_000)
            let name = try #require(
                try await ledger.act(action, on: numbers, by: Self.unit, staff: 7, in: city, at: now).change
            )
            await #expect(throws: NothingToUndo.self) {
                try await ledger.undo(name, by: Self.unit, staff: 8, at: now)
            }
            await #expect(throws: NothingToUndo.self) {
                try await ledger.undo(name, by: Self.unit, staff: 7, at: now.advanced(bySeconds: 601))
            }
            _ = try await ledger.note(numbers[1], Note("Jedziemy", isPublic: false), by: Self.unit, at: now)
            let undone = try await ledger.undo(name, by: Self.unit, staff: 7, at: now)
            #expect(undone.done == [numbers[0], numbers[2]])
            #expect(undone.refused.map(\.number) == [numbers[1]])
            #expect(try await ledger.report(numbers[1])?.status == .inProgress)
            // What can no longer be taken back is forgotten after a day, and not before.
            for (seconds, left) in [(86_400, 3), (86_401, 0)] as [(Int64, Int64)] {
                try await ledger.forgetDeskChanges(now: now.advanced(bySeconds: seconds))
                let kept = try await database.read { session in
                    try session.query("SELECT count(*) FROM desk_change_report").one {
                        try $0.decode(Int64.self, at: 0)
                    }
                }
                #expect(kept == left)
            }
        }
    }

    @Test func `what some reports refuse is done to the others`() async throws {
        try await withLedger("undo_refused") { ledger, database, _ in
            try await addStaffRows(1...12, to: database)
            let city = try Krakow.city
            let numbers = try await Self.reports(2, in: ledger)
            let unknown = try #require(ReportNumber(parsing: "KCK-2026-999999"))
            _ = try await ledger.step(numbers[0], StepRequest(to: .inProgress), by: Self.unit, in: city)
            let action = DeskAction.step(StepRequest(to: .resolved))
            let outcome = try await ledger.act(
                action,
                on: [unknown] + numbers,
                by: Self.unit,
                staff: 7,
                in: city
            )
            #expect(outcome.done == [numbers[0]])
            #expect(outcome.refused.map(\.number) == [unknown, numbers[1]])
            let kept = try await database.read { session in
                try session.query("SELECT count(*) FROM desk_change_report").one {
                    try $0.decode(Int64.self, at: 0)
                }
            }
            #expect(kept == 1)
        }
    }
}
