import Formats
import Geography
import Intake
import Ledger
import Reports
import TestSupport
import Testing

struct RefusalTests {
    @Test(.timeLimit(.minutes(1)))
    func `what cannot be taken is refused with every reason, and nothing is kept`() async throws {
        typealias Change = (inout Submission) -> Void
        let cases: [(what: String, change: Change, problems: [String])] = [
            ("unknown category", { $0.category = "road.potholes" }, ["category unknown"]),
            ("nothing said", { $0.description = " \n\u{2003}" }, ["description missing"]),
            ("too long", { $0.description = String(repeating: "ż", count: 4_001) }, ["description length"]),
            ("control", { $0.description = "a\u{1}b" }, ["description control_character"]),
            ("C1 control", { $0.description = "a\u{85}b" }, ["description control_character"]),
            ("turned", { $0.description = "abc\u{202E}txt.exe" }, ["description direction"]),
            ("isolated", { $0.address = "Rynek \u{2067}1" }, ["address direction"]),
            ("long address", { $0.address = String(repeating: "x", count: 301) }, ["address length"]),
            ("no such answer", { $0.answers = ["depth": ["1"]] }, ["answer(\"depth\") unknown"]),
            (
                "answer with a control", { $0.answers = ["size": ["large\u{0}"]] },
                ["answer(\"size\") choice", "answer(\"size\") control_character"]
            ),
            ("e-mail", { $0.contact = Contact(email: "anna at example.org") }, ["email format"]),
            ("phone", { $0.contact = Contact(phone: "call me") }, ["phone format"]),
            (
                "consent alone", { $0.contact = Contact(consents: Consents(email: true, sms: true)) },
                ["email missing", "phone missing"]
            ),
            ("nowhere", { $0.coordinate = nil }, ["location missing"]),
            (
                "outside", { $0.coordinate = Coordinate(longitude: 19.7, latitude: 50.06) },
                ["location outside_city"]
            ),
            (
                "swapped", { $0.coordinate = Coordinate(longitude: 50.0617, latitude: 19.9373) },
                ["location swapped"]
            ),
        ]
        try await withIntake("intake_refusals") { test in
            for (what, change, problems) in cases {
                let error = await #expect(throws: SubmissionRefused.self, "\(what)") {
                    try await test.intake.take(.pothole().with(change))
                }
                #expect(error?.problems.map { "\($0.part) \($0.code)" } == problems, "\(what)")
            }
            let kept = try await test.reports()
            #expect(kept == 0)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `text that is merely unusual is taken to the letter`() async throws {
        try await withIntake("intake_texts") { test in
            for text in ["<script>alert(1)</script>", "شارع مكسور", "👨‍👩‍👧 przy ławce", "a\r\nb\tc", "]]>&amp;"] {
                let receipt = try await test.intake.take(.pothole(text))
                let kept = try await test.ledger.report(receipt.number)?.words.description
                #expect(kept == text)
            }
        }
    }
}
