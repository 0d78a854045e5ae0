import Formats
import Testing

@testable import Pages

struct MessagesTests {
    private func messages(_ json: String, in language: Language = .pl, forScripts: Bool = false) throws
        -> Messages
    {
        try Messages([.init(name: "case", bytes: Array(json.utf8), isForScripts: forScripts)], in: language)
    }

    @Test func `a key is the file's name and the way through it`() throws {
        let messages = try messages(#"{"title": "Sprawa", "history": {"title": "Co się działo"}}"#)
        #expect(messages.text("case.title") == "Sprawa")
        #expect(messages.text("case.history.title") == "Co się działo")
    }

    @Test func `names in braces take values, and stay where there is none`() throws {
        let messages = try messages(#"{"sent": "Numer {number}, dzielnica {district}"}"#)
        #expect(messages.text("case.sent", ["number": "KCK-1"]) == "Numer KCK-1, dzielnica {district}")
    }

    @Test func `a count chooses the form and stands in it as the language writes it`() throws {
        let messages = try messages(
            #"{"n": {"one": "{count} głos", "few": "{count} głosy", "many": "{count} głosów"}}"#
        )
        #expect(messages.text("case.n", count: 1) == "1 głos")
        #expect(messages.text("case.n", count: 3) == "3 głosy")
        #expect(messages.text("case.n", count: 12_345) == "12\u{A0}345 głosów")
    }

    @Test func `a key that is not there is told as itself`() throws {
        let messages = try messages("{}")
        #expect(messages.text("case.gone") == "case.gone")
        #expect(messages.text("case.gone", count: 2) == "case.gone")
    }

    @Test(arguments: [
        (#"{"a": 1}"#, "case.a: expected a text or an object"), (#"["a"]"#, "case: expected an object"),
        (#"{"a": "x {b"}"#, "case.a: a brace without a partner, or no name between two"),
        (#"{"a": "x }"}"#, "case.a: a brace without a partner, or no name between two"),
        (#"{"a": "x {}"}"#, "case.a: a brace without a partner, or no name between two"),
        (#"{"a": "x {b c}"}"#, "case.a: a brace without a partner, or no name between two"),
        (#"{"a": {"one": "x", "many": "y"}}"#, "case.a: a plural in 'pl' has the forms one, few, many"),
        (#"{"a": {"one": "x", "other": "y"}}"#, "case.a: a plural in 'pl' has the forms one, few, many"),
    ])
    func `what cannot be said is told with its place`(json: String, fault: String) {
        let error = #expect(throws: PageFault.self) { try messages(json) }
        #expect(error?.description == fault)
    }

    @Test func `what is no JSON is told with its line`() {
        let error = #expect(throws: PageFault.self) { try messages("{\n \"a\": }") }
        #expect(error?.description.contains("line 2") == true)
    }

    @Test func `a key that two files have is refused`() {
        #expect(throws: PageFault.self) {
            try Messages(
                [
                    .init(name: "a", bytes: Array(#"{"b": {"c": "1"}}"#.utf8), isForScripts: false),
                    .init(name: "a", bytes: Array(#"{"b": {"c": "2"}}"#.utf8), isForScripts: false),
                ],
                in: .pl
            )
        }
    }

    @Test func `scripts get the files that are for them as a module`() throws {
        let shown = try messages(#"{"a": "b"}"#, forScripts: true)
        #expect(
            String(decoding: shown.module, as: UTF8.self)
                == "export default {\n\"case\":{\"a\": \"b\"},\n};\n"
        )
        let withheld = try messages(#"{"a": "b"}"#)
        #expect(String(decoding: withheld.module, as: UTF8.self) == "export default {\n};\n")
    }
}
