import Formats
import HTTP
import Ledger
import TestSupport
import Testing

@testable import Doors

/// What a random app sends is read back, to the letter, in both forms.
@Suite(.timeLimit(.minutes(5))) struct RoundTripTests {
    private static let count = 1_000
    private static let pieces = [
        "Zażółć gęślą jaźń", "\"cudzysłów\"", "'apostrof'", "]]>", "<![CDATA[", "<script>", "&amp;", "&", "🚧",
        "👨‍👩‍👧", "e\u{301}",
        "ŁÓDŹ", "\n", "\r\n", "\t", "\\u0000", "\\", "%41", "+", "€", "Привіт", "עברית", "\u{FEFF}",
        "\u{FFFD}", "a", "  ",
    ]

    /// A submission with what has to be found of it again.
    private struct Sent {
        var fields: [(String, String)]
        var words: String
        var place: (lat: Double, long: Double)
        var answers: [String: [String]]
    }

    private static func words(_ random: inout SeededGenerator, lines: Bool) -> String {
        let usable = lines ? pieces : pieces.filter { !$0.contains { $0.isNewline || $0 == "\t" } }
        return (1...Int.random(in: 1...12, using: &random)).map { _ in
            usable.randomElement(using: &random) ?? ""
        }
        .joined(separator: Bool.random(using: &random) ? " " : "") + "."
    }

    private static func submission(_ index: Int, _ random: inout SeededGenerator) -> Sent {
        let words = "\(index)x: " + words(&random, lines: true)
        let lat = 50_040_000 + Int.random(in: 0...30_000, using: &random)
        let long = 19_900_000 + Int.random(in: 0...60_000, using: &random)
        var answers = ["one": [["a", "b", "c"].randomElement(using: &random) ?? "a"]]
        if Bool.random(using: &random) {
            answers["some"] = ["a", "b", "c"].shuffled(using: &random).prefix(2).map { $0 }
        }
        if Bool.random(using: &random) { answers["line"] = [self.words(&random, lines: false)] }
        if Bool.random(using: &random) {
            answers["size"] = [["0", "-7", "12.5", "1000000"].randomElement(using: &random) ?? "0"]
        }
        if Bool.random(using: &random) {
            answers["when"] = [
                ["2026-06-30", "2026-06-30T12:00:00+02:00"].randomElement(using: &random) ?? ""
            ]
        }
        if Bool.random(using: &random) { answers["more"] = [self.words(&random, lines: true)] }
        var fields = [
            ("service_code", "test.every"), ("description", words), ("lat", degrees(lat)),
            ("long", degrees(long)),
            ("device_id", "d\(index)"),
        ]
        for (code, values) in answers.sorted(by: { $0.key < $1.key }) {
            let name = code == "some" ? "attribute[some][]" : "attribute[\(code)]"
            fields += values.map { (name, $0) }
        }
        return Sent(
            fields: fields,
            words: words,
            place: (Double(lat) / 1e6, Double(long) / 1e6),
            answers: answers
        )
    }

    private static func degrees(_ micros: Int) -> String {
        let rest = String(micros % 1_000_000)
        return "\(micros / 1_000_000)." + String(repeating: "0", count: 6 - rest.count) + rest
    }

    @Test func `a thousand random submissions are read back equal`() async throws {
        let city = try Krakow.withEveryQuestion()
        try await withDoors("open311_round_trip", of: city) { doors in
            let app = try await doors.key("app", [.report, .import])
            let unit = try await doors.key("unit", [.unit], unit: "ZDMK")
            var random = SeededGenerator(311)
            var sent: [String: Sent] = [:]
            for index in 1...RoundTripTests.count {
                let submission = RoundTripTests.submission(index, &random)
                let answer = try await doors.send(
                    "requests",
                    [("api_key", app)] + submission.fields,
                    schema: "receipts",
                    form: .json
                )
                let number = try #require(
                    answer.all("service_request_id").first ?? nil,
                    "\(submission.fields)"
                )
                sent[number] = submission
            }
            #expect(sent.count == RoundTripTests.count)
            var found = 0
            for page in 1...3 {
                let query = "api_key=\(unit)&extensions=true&page=\(page)&page_size=500"
                // Both forms are compared with each other, text by text.
                let answer = try await doors.both("requests", query: query, schema: "requests")
                for request in answer.entries {
                    let number = try #require(request["service_request_id"]?.stringValue)
                    let submission = try #require(sent[number])
                    found += 1
                    let words = try #require(request["description"]?.stringValue)
                    #expect(words.unicodeScalars.elementsEqual(submission.words.unicodeScalars))
                    #expect(request["lat"]?.numberValue?.double == submission.place.lat)
                    #expect(request["long"]?.numberValue?.double == submission.place.long)
                    #expect(RoundTripTests.answers(in: request) == submission.answers)
                }
            }
            #expect(found == RoundTripTests.count)
        }
    }

    private static func answers(in request: JSONObject) -> [String: [String]] {
        let listed = request["extended_attributes"]?.objectValue?["attributes"]?.arrayValue ?? []
        var answers: [String: [String]] = [:]
        for answer in listed.compactMap(\.objectValue) {
            answers[answer["code"]?.stringValue ?? ""] = answer["values"]?.arrayValue?.compactMap(
                \.stringValue
            )
        }
        return answers
    }
}
