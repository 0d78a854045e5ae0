import Reports
import Testing

/// What templates leave open.
struct TemplateBlankTests {
    private static let values: [TemplateBlank: String] = [
        .number: "KCK-2026-000007", .category: "Dziura {unit}",
    ]

    @Test(
        arguments: [
            ("", ""), ("bez pól", "bez pól"),
            ("{number}", "KCK-2026-000007"),
            ("Sprawa {number}, {category}.", "Sprawa KCK-2026-000007, Dziura {unit}."),
            ("{number}{number}", "KCK-2026-000007KCK-2026-000007"),
            ("do {deadline}", "do "), ("{", "{"), ("}{number", "}{number"), ("{ number }", "{ number }"),
            ("{{number}}", "{{number}}"),
        ]
    )
    func `a blank is filled in once, and what is none stays`(text: String, expected: String) {
        #expect(TemplateBlank.fill(text, with: Self.values) == expected)
    }

    @Test(arguments: [("{number} i {telefon}", "telefon"), ("{}", ""), ("{{unit}}", "{unit")])
    func `a name that is no blank is found`(text: String, name: String) {
        #expect(TemplateBlank.unknown(in: text) == name)
    }

    @Test func `all blanks are known, and braces that do not close are words`() {
        let all = TemplateBlank.allCases.map { "{\($0.rawValue)}" }.joined(separator: " ")
        #expect(TemplateBlank.unknown(in: all + " {") == nil)
    }
}
