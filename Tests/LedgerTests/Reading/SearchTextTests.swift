import Ledger
import Testing

struct SearchTextTests {
    @Test(arguments: [
        "dziura", "ul. Długa 12a/3", "9", "a b c d e f g h i j", "„tak”", String(repeating: "x", count: 200),
    ])
    func `one to ten words are searched for`(text: String) {
        #expect(SearchText(text) != nil)
    }

    @Test(arguments: [
        "", "   ", "!?", "a b c d e f g h i j k", String(repeating: "x", count: 201), "a\0b", "🕳️",
    ])
    func `nothing, too much and what has no word is refused`(text: String) {
        #expect(SearchText(text) == nil)
    }
}
