import Testing

@testable import Formats

@Suite struct JSONParserTests {
    @Test(
        arguments: [
            ("null", .null),
            (" true\r\n", .bool(true)),
            ("\tfalse", .bool(false)),
            ("[]", .array([])),
            ("[ 1 , [ ] ]", .array([.number(JSONNumber(1)), .array([])])),
            (#""ż""#, .string("ż")),
            (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
            (#""\u017C\u017c\uD83D\uDE42\u0000""#, .string("żż🙂\u{0}")),
            ("{ }", .object(JSONObject())),
        ] as [(String, JSON)]
    )
    func `a well-formed text is read`(_ text: String, _ value: JSON) throws {
        #expect(try parse(text) == value)
    }

    @Test func `members keep their order and are found by name`() throws {
        let names = (0..<40).map { "name\($0)" }
        let text = "{" + names.map { #""\#($0)":"\#($0)!""# }.joined(separator: ",") + "}"
        let object = try #require(try parse(text).objectValue)
        #expect(object.members.map(\.name) == names)
        #expect(names.allSatisfy { object[$0] == .string($0 + "!") })
        #expect(object["name40"] == nil)
    }

    @Test(
        arguments: [
            ("", .unexpectedEnd, 0),
            ("  ", .unexpectedEnd, 2),
            ("nul", .expectedValue, 0),
            ("NaN", .expectedValue, 0),
            ("'a'", .expectedValue, 0),
            ("\u{FEFF}1", .byteOrderMark, 0),
            ("1 2", .expectedEnd, 2),
            ("[1", .unexpectedEnd, 2),
            ("[1,]", .expectedValue, 3),
            ("[1 2]", .expectedCommaOrBracket, 3),
            ("{", .unexpectedEnd, 1),
            ("{a:1}", .expectedKey, 1),
            (#"{"a" 1}"#, .expectedColon, 5),
            (#"{"a":1 "b":2}"#, .expectedCommaOrBrace, 7),
            (#"{"a":1,}"#, .expectedKey, 7),
            (#"{"a":1,"a":2}"#, .duplicateKey, 7),
            (#"{"\u0061":1,"a":2}"#, .duplicateKey, 12),
            ("\"a\nb\"", .controlCharacter, 2),
            ("\"a", .unexpectedEnd, 2),
            (#""\x""#, .badEscape, 1),
            (#""\u12G4""#, .badEscape, 1),
            (#""\u12"#, .unexpectedEnd, 5),
            (#""a\uD800""#, .loneSurrogate, 2),
            (#""\uD800\u0041""#, .loneSurrogate, 1),
            (#""\uDC00\uD800""#, .loneSurrogate, 1),
            ("// c", .expectedValue, 0),
        ] as [(String, JSONFault, Int)]
    )
    func `an ill-formed text is refused with its place`(_ text: String, _ fault: JSONFault, _ offset: Int) {
        let error = #expect(throws: JSONSyntaxError.self) { try parse(text) }
        #expect(error?.fault == fault)
        #expect(error?.offset == offset)
    }

    @Test(
        arguments: [
            ([0x22, 0x61, 0xFF, 0x22], 2),
            ([0x22, 0xC0, 0xAF, 0x22], 1),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
            ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1),
            ([0x22, 0xC5, 0x22], 1),
        ] as [([UInt8], Int)]
    )
    func `bytes that are not UTF-8 are refused where they stand`(_ bytes: [UInt8], _ offset: Int) {
        let error = #expect(throws: JSONSyntaxError.self) { try JSON.parse(bytes) }
        #expect(error?.fault == .notUTF8)
        #expect(error?.offset == offset)
    }

    @Test func `a fault has its line and its character`() {
        let error = #expect(throws: JSONSyntaxError.self) { try parse("{\n  \"żółć\": x\n}") }
        #expect(error?.line == 2)
        #expect(error?.column == 11)
        #expect(error?.reason.en == "expected a value")
    }

    @Test func `the deepest allowed nesting is read and one more is refused`() throws {
        let deepest = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
        #expect(throws: Never.self) { try parse(deepest) }
        #expect(throws: JSONSyntaxError.self) { try parse("[" + deepest + "]") }
    }

    @Test(arguments: ["[", #"{"a":"#])
    func `nesting of ten thousand is an error`(_ opening: String) {
        let bytes = Array(String(repeating: opening, count: 10_000).utf8)
        let error = #expect(throws: JSONSyntaxError.self) { try JSON.parse(bytes) }
        #expect(error?.fault == .tooDeep)
    }

    @Test func `no limits allow nesting that a stack could not bear`() {
        let limits = JSONLimits(bytes: 1 << 20, depth: .max, values: .max)
        let bytes = Array(String(repeating: "[", count: 10_000).utf8)
        let error = #expect(throws: JSONSyntaxError.self) { try JSON.parse(bytes, limits: limits) }
        #expect(error?.fault == .tooDeep)
    }

    @Test func `a text of too many bytes or values is refused`() {
        let bytes = Array("[1,2,3]".utf8)
        #expect(throws: Never.self) { try JSON.parse(bytes, limits: JSONLimits(bytes: 7, values: 4)) }
        let long = #expect(throws: JSONSyntaxError.self) {
            try JSON.parse(bytes, limits: JSONLimits(bytes: 6, values: 4))
        }
        #expect(long?.fault == .tooLong)
        let many = #expect(throws: JSONSyntaxError.self) {
            try JSON.parse(bytes, limits: JSONLimits(bytes: 7, values: 3))
        }
        #expect(many?.fault == .tooManyValues)
    }

    @Test func `objects are equal whatever the order of their members`() throws {
        #expect(try parse(#"{"a":1,"b":2}"#) == parse(#"{"b":2,"a":1.0}"#))
        #expect(try parse(#"{"a":1,"b":2}"#) != parse(#"{"a":1,"b":3}"#))
    }

    private func parse(_ text: String) throws(JSONSyntaxError) -> JSON {
        try JSON.parse(Array(text.utf8))
    }
}
