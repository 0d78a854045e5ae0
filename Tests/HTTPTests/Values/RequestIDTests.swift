import Testing

@testable import HTTP

struct RequestIDTests {
    @Test(arguments: ["abcdefgh", "A-1_b.2-xyz", String(repeating: "a", count: 64)])
    func `a well-formed name is kept`(text: String) {
        #expect(RequestID(accepting: text).text == text)
    }

    @Test(arguments: [
        nil, "", "short", "with space", "ąęćżźńół", "a\r\nb: ccccc", String(repeating: "a", count: 65),
    ])
    func `any other is replaced`(text: String?) {
        let made = RequestID(accepting: text).text
        #expect(made != text)
        #expect(made.utf8.count == 13)
    }

    @Test func `made names differ`() {
        #expect(Set((0..<10_000).map { _ in RequestID(accepting: nil).text }).count == 10_000)
    }
}
