import Formats
import Geography
import Ledger
import PostgreSQL
import Reports
import Synchronization
import TestSupport
import Testing

/// Into whose hands reports go: people, units, those who are asked.
@Suite(.timeLimit(.minutes(1))) struct HandsTests {
    private static let unit = Actor(.unit, name: "ZDMK", staff: 7, through: .dispatch)
    private static let stranger = Actor(.unit, name: "MPO", staff: 8, through: .dispatch)
    private static let centre = Actor(.centre, name: "KCK", staff: 9, through: .dispatch)

    @Test func `who has a report is told to staff alone, with the hand and the door that did it`()
        async throws
    {
        try await withLedger("hands_assigned") { ledger, database, published in
            try await addStaffRows(1...12, to: database)
            let number = try await ledger.take(try NewReport.pothole()).number
            let report = try await ledger.assign(number, to: 12, by: Self.unit)
            #expect(report.assignee == 12 && report.version == 2)
            let mark = published.withLock { $0.last }
            #expect(mark?.queue.assignee == 12)
            // Again, nothing happens.
            #expect(try await ledger.assign(number, to: 12, by: Self.unit).version == 2)
            let told = try await ledger.history(of: number, for: .audience(.everyone(withheld: [])))
            #expect(told.map(\.what) == [.received])
            let all = try await ledger.history(of: number, for: .audience(.staff(unit: nil)))
            #expect(all.last?.actor == Self.unit)
            #expect(
                all.last?.details.map { String(decoding: $0.utf8, as: UTF8.self) }
                    == #"{"to": 12, "from": null}"#
            )
            await #expect(throws: NotTheUnits.self) {
                try await ledger.assign(number, to: 3, by: Self.stranger)
            }
            await #expect(throws: StaleVersion(report: report)) {
                try await ledger.assign(number, to: 3, by: Self.unit, seen: 1)
            }
            let kept = try await database.read { session in
                try session.query("SELECT staff, origin FROM report_event WHERE version = 2").one {
                    (try $0.decode(Int32.self, at: 0), try $0.decode(String.self, at: 1))
                }
            }
            #expect(kept == (7, "dispatch"))
        }
    }

    @Test func `another unit begins anew, whoever had the report before`() async throws {
        try await withLedger("hands_handed") { ledger, database, _ in
            try await addStaffRows(1...12, to: database)
            let city = try Krakow.city
            let number = try await ledger.take(try NewReport.pothole()).number
            _ = try await ledger.step(number, StepRequest(to: .inProgress), by: Self.unit, in: city)
            _ = try await ledger.assign(number, to: 12, by: Self.unit)
            _ = try await ledger.ask("ZZM", about: number, "Czy to Wasz teren?", by: Self.unit)
            let note = Note("To zieleń miejska", isPublic: true)
            let report = try await ledger.handOver(number, to: "ZZM", note: note, by: Self.unit, in: city)
            #expect(report.placement.unit == "ZZM" && report.status == .assigned)
            #expect(report.assignee == nil && report.askedUnits.isEmpty)
            let seen = try await ledger.history(of: number, for: .audience(.everyone(withheld: [])))
            #expect(seen.map(\.what) == [.received, .status, .handed, .status])
            #expect(seen[2].text == "To zieleń miejska")
            await #expect(throws: NotTheUnits.self) {
                try await ledger.handOver(number, to: "MPO", by: Self.unit, in: city)
            }
            await #expect(throws: SameUnit.self) {
                try await ledger.handOver(number, to: "ZZM", by: Self.centre, in: city)
            }
        }
    }

    @Test func `an asked unit answers once, and sees the report until then`() async throws {
        try await withLedger("hands_asked") { ledger, database, published in
            try await addStaffRows(1...12, to: database)
            let number = try await ledger.take(try NewReport.pothole()).number
            let asked = try await ledger.ask("MPO", about: number, "Sprzątacie tam?", by: Self.unit)
            #expect(asked.askedUnits == ["MPO"])
            #expect(published.withLock { $0.last?.queue.asked } == ["MPO"])
            await #expect(throws: AskingRefused.askedAlready) {
                try await ledger.ask("MPO", about: number, "?", by: Self.unit)
            }
            await #expect(throws: AskingRefused.ownReport) {
                try await ledger.ask("ZDMK", about: number, "?", by: Self.unit)
            }
            await #expect(throws: NotTheUnits.self) {
                try await ledger.ask("ZZM", about: number, "?", by: Self.stranger)
            }
            await #expect(throws: AskingRefused.notAsked) {
                try await ledger.answer(for: "ZZM", about: number, "!", by: Self.centre)
            }
            let answered = try await ledger.answer(for: "MPO", about: number, "Tak", by: Self.stranger)
            #expect(answered.askedUnits.isEmpty)
            let told = try await ledger.history(of: number, for: .audience(.everyone(withheld: [])))
            #expect(told.map(\.what) == [.received])
        }
    }

    @Test func `a pin that is moved lies, is found and is in charge where it lies now`() async throws {
        try await withLedger("hands_moved") { ledger, database, published in
            try await addStaffRows(1...12, to: database)
            let taken = try await ledger.take(try NewReport.pothole())
            _ = try await ledger.assign(taken.number, to: 12, by: Self.unit)
            let there = Placement(
                coordinate: try #require(Coordinate(longitude: 20.03, latitude: 50.07)),
                metres: Metres(x: 7_430_500, y: 5_548_300),
                district: "XVIII",
                unit: "ZZM",
                grounds: PlacementGrounds(
                    cityVersion: 1,
                    rule: "category",
                    why: LocalizedText(pl: "Bo tak", en: "Because"),
                    needsReview: true,
                    facts: #"{"why":{"pl":"Bo tak","en":"Because"}}"#
                )
            )
            let moved = try await ledger.move(taken.number, to: there, by: Self.unit)
            #expect(moved.placement == there && moved.assignee == nil)
            let mark = published.withLock { $0.last }
            #expect(mark?.coordinate == there.coordinate && mark?.queue.needsReview == true)
            let read = try await ledger.report(taken.number)
            #expect(read?.placement.coordinate == there.coordinate && read?.placement.unit == "ZZM")
            let keys = try await database.read { session in
                try session.query("SELECT morton FROM report").map { try $0.decode(Int64.self, at: 0) }
            }
            #expect(keys == [MortonKey(there.coordinate).rawValue])
        }
    }

    @Test func `words are redacted for everybody but those who may see the original`() async throws {
        try await withLedger("hands_redacted") { ledger, database, _ in
            try await addStaffRows(1...12, to: database)
            let number = try await ledger.take(
                try NewReport.pothole(description: "Dziura przed domem pana Iksińskiego")
            ).number
            _ = try await ledger.comment(number, "Pan Iksiński potwierdza", by: .resident)
            let redacted = try await ledger.redact(
                number,
                description: "Dziura przed domem",
                address: nil,
                by: Self.unit
            )
            _ = try await ledger.redactNote(of: 2, on: number, text: "Potwierdzam", by: Self.unit)
            #expect(redacted.words.description == "Dziura przed domem pana Iksińskiego")
            let read = try await ledger.report(number)
            #expect(read?.words.publicDescription == "Dziura przed domem")
            let seen = try await ledger.history(of: number, for: .audience(.everyone(withheld: [])))
            #expect(seen.compactMap(\.text) == ["Potwierdzam"])
            let all = try await ledger.history(of: number, for: .audience(.staff(unit: nil)))
            #expect(all.compactMap(\.text) == ["Pan Iksiński potwierdza"])
            await #expect(throws: NoSuchNote.self) {
                try await ledger.redactNote(of: 1, on: number, text: "", by: Self.unit)
            }
        }
    }
}
