import Testing

@testable import HTTP

@Suite struct FormTests {
    @Test(
        arguments: [
            ("", []),
            ("&&", []),
            ("a", [("a", "")]),
            ("a=", [("a", "")]),
            ("=b", [("", "b")]),
            ("a=b=c", [("a", "b=c")]),
            ("a=1&&b=2&", [("a", "1"), ("b", "2")]),
            ("a+b=c+d%2B", [("a b", "c d+")]),
            ("q=%C5%82%c3%b3d%C5%BA", [("q", "łódź")]),
            ("q=łódź", [("q", "łódź")]),
            ("t=a%0D%0Ab", [("t", "a\r\nb")]),
            ("a;b=1", [("a;b", "1")]),
        ] as [(String, [(String, String)])]
    )
    func `pairs are decoded in their order`(_ raw: String, _ pairs: [(String, String)]) throws {
        let expected = pairs.map { Query.Item(name: $0.0, value: $0.1) }
        #expect(try parse(raw).items == expected)
    }

    @Test(
        arguments: [
            ("a=%", .badEscape),
            ("a=%1", .badEscape),
            ("a=%1x", .badEscape),
            ("%=a", .badEscape),
            ("a=%00", .containsNUL),
            ("a=%FF", .notUTF8),
            ("a=%C5", .notUTF8),
            ("%C5=%82", .notUTF8),
        ] as [(String, FormError)]
    )
    func `what is not an encoding of text is refused`(_ raw: String, _ expected: FormError) {
        #expect(throws: expected) { try parse(raw) }
    }

    @Test func `a raw NUL is refused`() {
        #expect(throws: FormError.containsNUL) { try Form.parse([0x61, 0x3D, 0]) }
    }

    @Test func `fields are bounded in number and length`() throws {
        let many = (0..<200).map { "f\($0)=1" }.joined(separator: "&")
        #expect(try parse(many).items.count == 200)
        #expect(throws: FormError.tooManyFields) { try parse(many + "&x") }
        #expect(throws: FormError.nameTooLong) { try parse(String(repeating: "n", count: 129)) }
        #expect(try parse("a=" + String(repeating: "%41", count: 65_536)).items.count == 1)
        #expect(throws: FormError.valueTooLong) { try parse("a=" + String(repeating: "v", count: 65_537)) }
    }

    @Test func `a name may come more than once`() throws {
        let form = try parse("media=1&x=2&media=3")
        #expect(form.first("media") == "1")
        #expect(form.all("media") == ["1", "3"])
        #expect(form.first("y") == nil)
        #expect(form.all("y") == [])
    }

    private func parse(_ raw: String) throws(FormError) -> Query {
        try Form.parse(Array(raw.utf8))
    }
}
