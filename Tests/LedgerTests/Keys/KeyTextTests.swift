import Ledger
import Testing

struct KeyTextTests {
    @Test func `a new key is written as keys are, and no other is like it`() {
        let keys = (0..<50).map { _ in KeyText.random() }
        #expect(Set(keys.map(\.secret)).count == 50)
        for key in keys {
            #expect(key.secret.hasPrefix("emapa_"))
            #expect(key.secret.utf8.count == 49)
            #expect(KeyText(parsing: key.secret)?.hash == key.hash)
        }
    }

    @Test(
        arguments: [
            "", "emapa_", "emapa_abc", String(repeating: "A", count: 49),
            "emapa_" + String(repeating: "A", count: 42), "emapa_" + String(repeating: "A", count: 44),
            "emapa_" + String(repeating: "A", count: 42) + "B", "Emapa_" + String(repeating: "A", count: 43),
            "emapa_" + String(repeating: "A", count: 42) + "=", " emapa_" + String(repeating: "A", count: 43),
        ]
    )
    func `what is not written so is no key`(text: String) {
        #expect(KeyText(parsing: text) == nil)
    }

    @Test func `a key that is printed says nothing of itself`() {
        let key = KeyText.random()
        var dumped = ""
        dump([key], to: &dumped)
        for text in ["\(key)", String(reflecting: key), "\([key])", dumped] {
            #expect(!text.contains(key.secret.suffix(8)))
        }
    }

    @Test(
        arguments: [
            ("a", true), ("Mobile.App_2-test", true), (String(repeating: "x", count: 64), true), ("", false),
            (String(repeating: "x", count: 65), false), ("a b", false), ("ą", false), ("a/b", false),
            ("a\n", false), ("'; --", false),
        ]
    )
    func `a name is one word`(text: String, isName: Bool) {
        #expect((KeyName(text) != nil) == isName)
    }
}
