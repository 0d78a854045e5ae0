import Reports
import Testing

struct EvidenceTests {
    @Test func `every piece of evidence stands at its place`() {
        #expect(Evidence.allCases.map(\.place) == Array(Evidence.allCases.indices))
    }
}
