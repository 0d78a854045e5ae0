import Formats
import Geography
import Intake
import Ledger
import PostgreSQL
import Reports
import Territory
import TestSupport
import Testing

struct IntakeTests {
    @Test(.timeLimit(.minutes(1)))
    func `what is sent is placed, due by working days, and masked for everybody`() async throws {
        try await withIntake("intake_whole") { test in
            let now = Timestamp(seconds: 1_782_979_200)
            let submission = Submission.pothole("Dziura, tel. 600 123 456").with {
                $0.address = "Rynek Główny 1"
                $0.precision = 8
            }
            let receipt = try await test.intake.take(submission, at: now)
            let report = try #require(try await test.ledger.report(receipt.number))
            #expect(receipt.placement.unit == report.placement.unit && receipt.placement.district == "I")
            #expect(receipt.closureDue == report.due.closure && report.due.closure != nil)
            #expect(report.words.description.contains("600 123 456"))
            #expect(!report.words.publicDescription.contains("600"))
            #expect(report.precision == 8 && report.words.publicAddress == "Rynek Główny 1")
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a place may be given as an address alone`() async throws {
        try await withIntake("intake_address") { test in
            let words = Submission.pothole().with {
                $0.coordinate = nil
                $0.address = "ul. Długa 12, Kraków"
            }
            let receipt = try await test.intake.take(words)
            let report = try #require(try await test.ledger.report(receipt.number))
            #expect(report.placement.coordinate == Coordinate(longitude: 19.9386, latitude: 50.0685))
            #expect(report.precision == 20)

            let street = words.with { $0.address = "Długa 99" }
            let roughly = try #require(
                try await test.ledger.report(try await test.intake.take(street).number)
            )
            #expect(roughly.precision == 300)

            for (address, code) in [("Lipowa 5", "ambiguous"), ("Nieistniejąca 7", "unknown")] {
                let error = await #expect(throws: SubmissionRefused.self) {
                    try await test.intake.take(words.with { $0.address = address })
                }
                #expect(error?.problems.map(\.part) == [.address])
                #expect(error?.problems.map(\.code) == [code])
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `danger is told and nothing kept, unless the sender says that there is none`() async throws {
        try await withIntake("intake_danger") { test in
            let danger = Submission.pothole("Czuję gaz na klatce schodowej!")
            let error = await #expect(throws: NoCase.self) { try await test.intake.take(danger) }
            #expect(error?.numberToCall == "992")
            let kept = try await test.reports()
            #expect(kept == 0)

            let receipt = try await test.intake.take(danger.with { $0.isNoEmergency = true })
            #expect(receipt.number.serial == 1)
            let passing = try await test.intake.take(.pothole("Dziura taka, że karetka nie przejedzie"))
            #expect(passing.number.serial == 2)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `another system's report passes danger, scope and required answers, but not the city's border`()
        async throws
    {
        try await withIntake("intake_import") { test in
            let moment = Timestamp(seconds: 1_700_000_000)
            let imported = ImportedFacts(source: "old", created: moment, status: .resolved, externalID: "7")
            // On the A4: the motorway's manager would be asked.
            let motorway = Submission.pothole("Wypadek! Pożar auta na A4").with {
                $0.coordinate = Coordinate(longitude: 19.9300, latitude: 50.0067)
                $0.imported = imported
            }
            let receipt = try await test.intake.take(motorway)
            #expect(receipt.status == .resolved && receipt.created == moment)
            #expect(receipt.number.year == 2023)
            await #expect(throws: AlreadyImported.self) { try await test.intake.take(motorway) }
            await #expect(throws: SubmissionRefused.self) {
                try await test.intake.take(
                    motorway.with { $0.coordinate = Coordinate(longitude: 19.7848, latitude: 50.0777) }
                )
            }
            let error = await #expect(throws: SubmissionRefused.self) {
                try await test.intake.take(
                    motorway.with {
                        $0.imported = ImportedFacts(
                            source: "old",
                            created: Timestamp.now.advanced(bySeconds: 3_600),
                            status: .implemented
                        )
                    }
                )
            }
            #expect(error?.problems.map(\.part) == [.created, .status])
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a named submission gives one receipt, and refusals are not remembered`() async throws {
        try await withIntake("intake_named") { test in
            let name = [UInt8](repeating: 7, count: 32)
            await #expect(throws: SubmissionRefused.self) {
                try await test.intake.take(.pothole(" "), named: name)
            }
            let submission = Submission.pothole().with { $0.answers = ["size": ["large"], "danger": ["no"]] }
            let first = try await test.intake.take(submission, named: name)
            let again = try await test.intake.take(submission, named: name)
            #expect(again == first)
            let kept = try await test.reports()
            #expect(kept == 1)
            await #expect(throws: NameTaken.self) {
                try await test.intake.take(submission.with { $0.answers = [:] }, named: name)
            }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `the sender is told what may be the same matter`() async throws {
        try await withIntake("intake_compared") { test in
            let first = try await test.intake.take(.pothole())
            let receipt = try await test.intake.take(.pothole("dziura w jezdni kolo sukiennic"))
            #expect(receipt.matches.map(\.number) == [first.number])
            #expect(receipt.link == MatterLink(to: first.number, .suggested))
            let unknown = try #require(ReportNumber(parsing: "KCK-2026-000999"))
            let error = await #expect(throws: SubmissionRefused.self) {
                try await test.intake.take(
                    .pothole().with {
                        $0.sameAs = unknown
                        $0.notSameAs = [receipt.number, unknown]
                    }
                )
            }
            #expect(error?.problems.map(\.part) == [.sameAs, .notSameAs])
            let told = try await test.intake.take(.pothole().with { $0.sameAs = first.number })
            #expect(told.link == MatterLink(to: first.number, .confirmed))
            let same = try await test.database.read { session in
                try session.query(
                    "SELECT said_same_as FROM report WHERE number = \(told.number.description)"
                ).one { try $0.decode(UUIDBytes.self, at: 0) }
            }
            #expect(same == UUIDBytes(high: first.id.high, low: first.id.low))
        }
    }
}

extension NoCase {
    /// Whom to call; nil where nobody is in danger.
    fileprivate var numberToCall: String? {
        if case .emergency(let number, _) = outcome { number } else { nil }
    }
}
