import Formats
import TestSupport
import Testing

@testable import Pages

struct TemplateTests {
    private static let english = #"""
        {"hello": "Hello <{name}>", "bold_html": "<b>{name}</b>", "plain": "Five & six",
         "votes": {"one": "{count} vote", "other": "{count} votes"}}
        """#

    private func messages() throws -> Messages {
        try Messages([.init(name: "m", bytes: Array(Self.english.utf8), isForScripts: false)], in: .en)
    }

    private func page(
        _ template: String,
        _ scope: PageScope = [:],
        parts: [(name: String, text: String)] = [],
        missing: (String) -> Void = { _ in }
    ) throws -> String {
        let set = try PageSet(templates: [("page", template)], parts: parts, messages: [.en: messages()])
        let template = try #require(set.template("page", in: .en))
        return String(decoding: template.page(scope, missing: missing), as: UTF8.self)
    }

    @Test func `a value is written with its markup escaped`() throws {
        let scope: PageScope = ["name": #"<script>alert("1")</script> & 'x'"#]
        let page = try page(#"<p title="{{name}}">{{name}}</p>"#, scope)
        let escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;"
        #expect(page == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test func `only markup that was made here is written as it is`() throws {
        #expect(try page("{{drawing}}", ["drawing": .markup("<svg/>")]) == "<svg/>")
    }

    @Test func `a message is escaped, and so are its values`() throws {
        #expect(try page("{{t m.plain}}") == "Five &amp; six")
        #expect(try page("{{t m.hello}}", ["name": "<i>"]) == "Hello &lt;&lt;i&gt;&gt;")
    }

    @Test func `a message with markup keeps its own and escapes its values`() throws {
        #expect(try page("{{t m.bold_html}}", ["name": "<i>"]) == "<b>&lt;i&gt;</b>")
    }

    @Test func `a count chooses the plural`() throws {
        #expect(try page("{{t m.votes n}}", ["n": .count(1)]) == "1 vote")
        #expect(try page("{{t m.votes n}}", ["n": .count(12_345)]) == "12,345 votes")
    }

    @Test func `a section is written for what is something, its opposite for what is nothing`() throws {
        let template = "{{#a}}yes{{/a}}{{^a}}no{{/a}}"
        for something: PageValue in ["x", true, .count(2), .scope([:]), .list([[:]]), .markup("<b>")] {
            #expect(try page(template, ["a": something]) == "yes")
        }
        for nothing: PageValue in ["", false, .count(0), .list([]), .markup("")] {
            #expect(try page(template, ["a": nothing]) == "no")
        }
        #expect(try page(template) == "no")
    }

    @Test func `a list is written element by element, with the names around it`() throws {
        let scope: PageScope = ["base": "/en", "items": .list([["n": "1"], ["n": "2", "base": "/pl"]])]
        #expect(try page("{{#items}}<{{base}} {{n}}>{{/items}}", scope) == "</en 1></pl 2>")
    }

    @Test func `names lead into scopes`() throws {
        let scope: PageScope = ["line": .scope(["number": "12", "deep": .scope(["er": "x"])])]
        #expect(try page("{{line.number}}{{line.deep.er}}{{#line}}{{number}}{{/line}}", scope) == "12x12")
    }

    @Test func `parts are put in where they are named`() throws {
        let parts = [("outer", "[{{> inner}}]"), ("inner", "{{name}}")]
        #expect(try page("{{> outer}}!", ["name": "a"], parts: parts) == "[a]!")
    }

    @Test func `a name without a value is written as nothing, and told`() throws {
        var missing: [String] = []
        let page = try page("<{{a}}{{b.c}}{{flag}}>", ["b": .scope([:]), "flag": true]) { missing.append($0) }
        #expect(page == "<>")
        #expect(missing == ["a", "b.c", "flag"])
    }

    @Test(arguments: [
        ("a\n{{t m.gone}}", "page.html:2: there is no message 'm.gone'"),
        ("{{> gone}}", "page.html:1: there is no part 'gone'"), ("{{a", "page.html:1: '{{' without '}}'"),
        ("{{#a}}\n\n", "page.html:1: '{{/a}}' is missing"),
        ("{{/a}}", "page.html:1: '{{/a}}' ends nothing that is open"),
        ("{{#a}}{{/b}}", "page.html:1: '{{/b}}' ends nothing that is open"),
        ("{{a b}}", "page.html:1: 'a b' is no name"),
        ("{{t m.votes}}", "page.html:1: the message 'm.votes' needs the name of a count"),
        ("{{t m.plain n}}", "page.html:1: the message 'm.plain' has no plural forms"),
        ("{{> self}}", "parts/self.html:1: parts within parts without end"),
    ])
    func `a slip in a template is told with its line`(template: String, fault: String) throws {
        let error = #expect(throws: PageFault.self) {
            _ = try page(template, parts: [("self", "{{> self}}")])
        }
        #expect(error?.description == fault)
    }

    @Test func `texts of strangers never become markup, wherever they stand`() throws {
        var random = SeededGenerator(311)
        let letters = Array("<>&\"'{}/ ax=;")
        for _ in 0..<500 {
            let text = String((0..<12).map { _ in letters.randomElement(using: &random) ?? "a" })
            let page = try page(#"<i t="{{v}}">{{v}}</i>"#, ["v": .text(text)])
            let inner = page.dropFirst(6).dropLast(4)
            #expect(inner.count { $0 == "<" } == 0)
            #expect(inner.count { $0 == "\"" } == 1)
            #expect(inner.count { $0 == ">" } == 1)
        }
    }
}
