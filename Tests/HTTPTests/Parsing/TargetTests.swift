import Testing

@testable import HTTP

@Suite struct TargetTests {
    @Test(
        arguments: [
            ("/", [], false),
            ("/reports", ["reports"], false),
            ("/reports/", ["reports"], true),
            ("/tiles/12/2273/1389.geojson", ["tiles", "12", "2273", "1389.geojson"], false),
            ("/o%20k+/%C5%82", ["o k+", "ł"], false),
            ("/ł", ["ł"], false),
            ("/%2541", ["%41"], false),
            ("/...", ["..."], false),
            ("/a;b=c,d:@!$&'()*", ["a;b=c,d:@!$&'()*"], false),
        ] as [(String, [String], Bool)]
    )
    func `a path is split and decoded once`(_ raw: String, _ segments: [String], _ slash: Bool) throws {
        let target = try parse(raw)
        #expect(target.segments == segments)
        #expect(target.trailingSlash == slash)
        #expect(target.query == Query())
    }

    @Test(arguments: ["/?a=1&b=%2F", "/x?a=1&b=%2F", "/x/?a=1&b=/"])
    func `the query follows the first question mark`(_ raw: String) throws {
        let query = try parse(raw).query
        #expect(query.first("a") == "1")
        #expect(query.first("b") == "/")
    }

    @Test(
        arguments: [
            ("", .notOriginForm),
            ("*", .notOriginForm),
            ("http://host/", .notOriginForm),
            ("x", .notOriginForm),
            ("/a b", .forbiddenByte),
            ("/a\u{0}", .forbiddenByte),
            ("/a\r\n", .forbiddenByte),
            ("/a#b", .forbiddenByte),
            ("/a\u{7F}", .forbiddenByte),
            ("/%", .badEscape),
            ("/%4", .badEscape),
            ("/%4g", .badEscape),
            ("/%+1", .badEscape),
            ("/%00", .controlCharacter),
            ("/a%0Ab", .controlCharacter),
            ("/%7f", .controlCharacter),
            ("/%FF", .notUTF8),
            ("/%C0%AE%C0%AE", .notUTF8),
            ("/%ED%A0%80", .notUTF8),
            ("//", .emptySegment),
            ("//etc", .emptySegment),
            ("/a//b", .emptySegment),
            ("/a//", .emptySegment),
            ("/.", .dotSegment),
            ("/..", .dotSegment),
            ("/../etc", .dotSegment),
            ("/a/../b", .dotSegment),
            ("/a/./", .dotSegment),
            ("/%2e%2E/etc", .dotSegment),
            ("/.%2e", .dotSegment),
            ("/..%2fetc", .hiddenSeparator),
            ("/a%2Fb", .hiddenSeparator),
            ("/..\\etc", .hiddenSeparator),
            ("/..%5Cetc", .hiddenSeparator),
            ("/x?a=%zz", .query(.badEscape)),
            ("/x?a=%00", .query(.containsNUL)),
            ("/x?%ff", .query(.notUTF8)),
        ] as [(String, TargetError)]
    )
    func `a target that could mislead is refused`(_ raw: String, _ expected: TargetError) {
        #expect(throws: expected) { try parse(raw) }
    }

    @Test func `raw bytes that are not UTF-8 are refused`() {
        #expect(throws: TargetError.notUTF8) { try Target(parsing: [0x2F, 0xFF]) }
    }

    @Test func `length and number are bounded`() throws {
        let limits = TargetLimits(
            bytes: 20,
            segments: 3,
            query: FormLimits(fields: 2, nameBytes: 4, valueBytes: 4)
        )
        func parse(_ raw: String) throws(TargetError) -> Target {
            try Target(parsing: Array(raw.utf8), limits: limits)
        }
        #expect(try parse("/a/b/c/").segments.count == 3)
        #expect(throws: TargetError.tooManySegments) { try parse("/a/b/c/d") }
        #expect(try parse("/" + String(repeating: "a", count: 19)).segments.count == 1)
        #expect(throws: TargetError.tooLong) { try parse("/" + String(repeating: "a", count: 20)) }
        #expect(throws: TargetError.query(.tooManyFields)) { try parse("/?a&b&c") }
        #expect(throws: TargetError.query(.nameTooLong)) { try parse("/?abcde=1") }
        #expect(throws: TargetError.query(.valueTooLong)) { try parse("/?a=12345") }
    }

    private func parse(_ raw: String) throws(TargetError) -> Target {
        try Target(parsing: Array(raw.utf8))
    }
}
