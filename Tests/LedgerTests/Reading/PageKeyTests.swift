import Formats
import Ledger
import Reports
import TestSupport
import Testing

struct PageKeyTests {
    private static func key(_ microseconds: Int64, _ high: UInt64 = 7, _ low: UInt64 = 9) throws -> PageKey {
        var report = try SampleReport.make(created: Timestamp(microseconds: microseconds))
        report.supporters = 3
        return PageKey(after: report)
    }

    @Test(arguments: [0, 1, 1_782_820_800_000_001, 253_402_300_799_999_999])
    func `a key reads back from what it is written as`(microseconds: Int64) throws {
        let key = try Self.key(microseconds)
        #expect(key.description.utf8.count == 39)
        #expect(PageKey(parsing: key.description) == key)
    }

    @Test(arguments: [
        "", "1", "next", "0", "AAAA", "-1", "eyJpZCI6MX0", String(repeating: "A", count: 39),
        String(repeating: "A", count: 40), "AQAGRS0000000000000000000000000000000000000=", "żółć",
    ])
    func `a made-up key is refused`(text: String) {
        #expect(PageKey(parsing: text) == nil)
    }

    @Test func `a key with one character changed is refused`() throws {
        let text = Array(try Self.key(1_782_820_800_000_001).description)
        for index in text.indices {
            var other = text
            other[index] = text[index] == "B" ? "C" : "B"
            #expect(PageKey(parsing: String(other)) == nil)
        }
    }
}
