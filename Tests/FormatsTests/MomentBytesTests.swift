import TestSupport
import Testing

@testable import Formats

struct MomentBytesTests {
    @Test func `bytes of a moment are what its description says`() {
        var random = SeededGenerator(7)
        let first = CivilDate(year: 1, month: 1, day: 1)?.start.seconds ?? 0
        let last = CivilDate(year: 9_999, month: 12, day: 31)?.start.seconds ?? 0
        for _ in 1...10_000 {
            let moment = Timestamp(
                microseconds: Int64.random(in: first...last, using: &random) * 1_000_000 + 999_999
            )
            var bytes: [UInt8] = []
            bytes.appendMoment(moment)
            #expect(String(decoding: bytes, as: UTF8.self) == moment.description)
        }
    }

    @Test func `a key that is a literal and a moment stand in JSON as others do`() {
        var json = JSONWriter()
        json.beginObject()
        json.key(literal: "at")
        json.moment(Timestamp(seconds: 0))
        json.key(literal: "b")
        json.null()
        json.endObject()
        #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"at":"1970-01-01T00:00:00Z","b":null}"#)
    }
}
