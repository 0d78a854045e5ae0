import Formats
import Testing

@testable import emapa

struct LogLineTests {
    private let line = LogLine(
        level: .warning,
        event: "http.slow",
        message: "A request \"took\"\nlong",
        facts: [("seconds", "1.234")]
    )
    private let moment = Timestamp(seconds: 1_782_820_800)

    @Test func `machines get one JSON object`() throws {
        let json = try JSON.parse(line.json(at: moment)).objectValue
        #expect(json?["time"] == .string("2026-06-30T12:00:00Z"))
        #expect(json?["level"] == .string("warning"))
        #expect(json?["message"] == .string("A request \"took\"\nlong"))
        #expect(json?["seconds"] == .string("1.234"))
        #expect(!line.json(at: moment).contains(UInt8(ascii: "\n")))
    }

    @Test func `people get one line`() {
        let text = String(decoding: line.text(at: moment), as: UTF8.self)
        #expect(text == "12:00:00Z warning: A request \"took\" long seconds=1.234")
    }
}
