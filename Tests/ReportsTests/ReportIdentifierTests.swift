import Formats
import Reports
import Testing

struct ReportIdentifierTests {
    @Test func `identifiers of later reports sort behind and say their version`() {
        var random = SystemRandomNumberGenerator()
        var previous = ""
        for second in Int64(1_700_000_000)..<1_700_000_200 {
            let text = ReportIdentifier(at: Timestamp(seconds: second), using: &random).description
            #expect(previous < text)
            #expect(Array(text.utf8)[14] == UInt8(ascii: "7"))
            #expect("89ab".utf8.contains(Array(text.utf8)[19]))
            previous = text
        }
    }

    @Test func `an identifier reads as it is written`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let id = ReportIdentifier(at: .now, using: &random)
            #expect(ReportIdentifier(parsing: id.description) == id)
            #expect(ReportIdentifier(parsing: id.description.uppercased()) == id)
        }
    }

    @Test(arguments: [
        "", "0190b2c4", "0190b2c4-0000-7000-8000-00000000000", "0190b2c4-0000-7000-8000-0000000000000",
        "0190b2c4x0000-7000-8000-000000000000", "g190b2c4-0000-7000-8000-000000000000",
    ])
    func `anything else is no identifier`(text: String) {
        #expect(ReportIdentifier(parsing: text) == nil)
    }
}
