import Formats
import Testing

@testable import Pages

struct PageSetTests {
    private func set(polish: String, english: String) throws -> PageSet {
        try PageSet(
            templates: [("page", "{{lang}}: {{t m.a}}")],
            parts: [],
            messages: [
                .pl: try Messages(
                    [.init(name: "m", bytes: Array(polish.utf8), isForScripts: false)],
                    in: .pl
                ),
                .en: try Messages(
                    [.init(name: "m", bytes: Array(english.utf8), isForScripts: false)],
                    in: .en
                ),
            ]
        )
    }

    @Test func `each language has its own page`() throws {
        let set = try set(polish: #"{"a": "Dzień dobry"}"#, english: #"{"a": "Hello"}"#)
        let polish = try #require(set.template("page", in: .pl)).page(["lang": "pl"])
        let english = try #require(set.template("page", in: .en)).page(["lang": "en"])
        #expect(String(decoding: polish, as: UTF8.self) == "pl: Dzień dobry")
        #expect(String(decoding: english, as: UTF8.self) == "en: Hello")
        #expect(set.template("other", in: .pl) == nil)
    }

    @Test func `what one language says and another doesn't is refused`() {
        let more = #"{"a": "x", "b": "y"}"#
        let less = #"{"a": "x"}"#
        let polishLacks = #expect(throws: PageFault.self) { try set(polish: less, english: more) }
        #expect(polishLacks?.description == "m.b: is missing in 'pl'")
        let englishLacks = #expect(throws: PageFault.self) { try set(polish: more, english: less) }
        #expect(englishLacks?.description == "m.b: is missing in 'en'")
    }

    @Test func `a value that only one language names is refused`() {
        #expect(throws: PageFault.self) {
            try set(polish: #"{"a": "{number}"}"#, english: #"{"a": "a number"}"#)
        }
    }

    @Test func `a form may leave its count out`() throws {
        let polish =
            #"{"a": "x", "n": {"one": "ktoś jeszcze", "few": "{count} osoby", "many": "{count} osób"}}"#
        let english = #"{"a": "x", "n": {"one": "somebody else", "other": "{count} people"}}"#
        _ = try set(polish: polish, english: english)
    }
}
