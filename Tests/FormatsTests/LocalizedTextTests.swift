import Testing

@testable import Formats

@Suite struct LocalizedTextTests {
    @Test func `each language has its wording`() {
        let text = LocalizedText(pl: "zgłoszenie", en: "report")
        #expect(Language.allCases.map { text[$0] } == ["zgłoszenie", "report"])
    }
}
