import Testing

@testable import HTTP

@Suite struct MultipartTests {
    private static let type = "multipart/form-data; boundary=X-1"

    @Test func `parts keep their names, types and bytes`() throws {
        let body = """
            --X-1\r
            Content-Disposition: form-data; name="description"\r
            \r
            Dziura w jezdni\r
            --X-1 \t\r
            content-disposition: form-data; filename="zdj\\"ęcie%22.jpg"; name=media\r
            Content-Type: Image/JPEG; q=1\r
            X-Other: y\r
            \r
            --X\r
            --X-2\r
            --X-1--\r

            """
        let form = try parse(body)
        #expect(form.parts.map(\.name) == ["description", "media"])
        #expect(form.parts.map(\.filename) == [nil, "zdj\"ęcie\".jpg"])
        #expect(form.parts.map(\.contentType) == [nil, "image/jpeg"])
        let contents = form.parts.map { String(decoding: form.content(of: $0), as: UTF8.self) }
        #expect(contents == ["Dziura w jezdni", "--X\r\n--X-2"])
        #expect(try form.fields().items == [Query.Item(name: "description", value: "Dziura w jezdni")])
    }

    @Test func `a form without parts is empty`() throws {
        #expect(try parse("--X-1--").parts.isEmpty)
        #expect(try parse("--X-1--\r\n").parts.isEmpty)
    }

    @Test func `an empty part is empty`() throws {
        let form = try parse(part("form-data; name=a", ""))
        #expect(form.parts.map(\.range.isEmpty) == [true])
    }

    @Test(arguments: [
        "", "text/plain; boundary=X-1", "multipart/mixed; boundary=X-1", "multipart/form-data",
        "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a \"",
        "multipart/form-data; boundary=a; boundary=b", "multipart/form-data; boundary=\"a\"b",
        "multipart/form-data; boundary=\"a{b\"",
        "multipart/form-data; boundary=\(String(repeating: "a", count: 71))",
    ])
    func `a content type without one good boundary is refused`(_ type: String) {
        #expect(throws: MultipartError.badContentType) {
            try Multipart(parsing: Array("--X-1--".utf8), contentType: type)
        }
    }

    @Test func `a quoted boundary of seventy characters is taken`() throws {
        let boundary = "a b" + String(repeating: "=", count: 67)
        let type = "Multipart/Form-Data; charset=utf-8; Boundary=\"\(boundary)\""
        #expect(try Multipart(parsing: Array("--\(boundary)--".utf8), contentType: type).parts.isEmpty)
    }

    @Test(
        arguments: [
            ("", .badDelimiter),
            ("\r\n--X-1--", .badDelimiter),
            ("preamble\r\n--X-1--", .badDelimiter),
            ("--X-1", .truncated),
            ("--X-1-", .badDelimiter),
            ("--X-1\n", .badDelimiter),
            ("--X-12\r\n", .badDelimiter),
            ("--X-1--x", .trailingBytes),
            ("--X-1--\r\nepilogue", .trailingBytes),
            ("--X-1\r\n", .truncated),
            ("--X-1\r\nContent-Disposition: form-data; name=a\r\n\r\nabc", .truncated),
            ("--X-1\r\nContent-Disposition: form-data; name=a\r\n\r\nabc\n--X-1--", .truncated),
            ("--X-1\r\nContent-Disposition: form-data; name=a\r\n\r\nabc\r\n--X-1", .truncated),
            ("--X-1\r\nContent-Disposition: form-data; name=a\r\n\r\nabc\r\n--X-1z\r\n", .badDelimiter),
            ("--X-1\r\n\r\nabc\r\n--X-1--", .badDisposition),
        ] as [(String, MultipartError)]
    )
    func `a body with loose delimiters is refused`(_ body: String, _ expected: MultipartError) {
        #expect(throws: expected) { try parse(body) }
    }

    @Test(
        arguments: [
            ("Content-Disposition: attachment; name=a", .badDisposition),
            ("Content-Disposition: form-data", .badDisposition),
            ("Content-Disposition: form-data; name=a; name=b", .badDisposition),
            ("Content-Disposition: form-data; name=\"a", .badDisposition),
            ("Content-Disposition: form-data; name=\"a\" junk", .badDisposition),
            ("Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b", .badHeader),
            ("Content-Disposition : form-data; name=a", .badHeader),
            ("no colon", .badHeader),
            (": empty", .badHeader),
            ("Content-Disposition: form-data;\r\n name=a", .badDisposition),
            ("X-Folded: a\r\n b: c", .badHeader),
            ("Content-Disposition: form-data; name=\"a\u{0}b\"", .badHeader),
            ("Content-Disposition: form-data; name=\"a\nb\"", .badHeader),
            ("Content-Disposition: form-data; name=\"a\rb\"", .badHeader),
            ("Content-Type: nonsense", .badHeader),
            ("Content-Transfer-Encoding: base64", .transferEncoding),
        ] as [(String, MultipartError)]
    )
    func `a part with a bad header is refused`(_ header: String, _ expected: MultipartError) {
        #expect(throws: expected) { try parse("--X-1\r\n\(header)\r\n\r\nabc\r\n--X-1--") }
    }

    @Test func `a name that is not UTF-8 is refused`() {
        let head = Array("--X-1\r\nContent-Disposition: form-data; name=\"".utf8)
        let tail = Array("\"\r\n\r\nabc\r\n--X-1--".utf8)
        #expect(throws: MultipartError.badDisposition) {
            try Multipart(parsing: head + [0xFF] + tail, contentType: Self.type)
        }
    }

    @Test(arguments: [[0xFF], [0x61, 0], [0xC5]] as [[UInt8]])
    func `a field that is not text is refused`(_ bytes: [UInt8]) throws {
        let head = Array("--X-1\r\nContent-Disposition: form-data; name=a\r\n\r\n".utf8)
        let form = try Multipart(
            parsing: head + bytes + Array("\r\n--X-1--".utf8),
            contentType: Self.type
        )
        #expect(throws: MultipartError.badText) { try form.fields() }
    }

    @Test func `parts, headers and fields are bounded`() throws {
        let limits = MultipartLimits(parts: 2, headers: 2, headerBytes: 80, fieldBytes: 5)
        func parse(_ body: String) throws(MultipartError) -> Multipart {
            try Multipart(parsing: Array(body.utf8), contentType: Self.type, limits: limits)
        }
        let one = "--X-1\r\nContent-Disposition: form-data; name=a\r\n\r\nabc\r\n"
        #expect(try parse(one + one + "--X-1--").parts.count == 2)
        #expect(throws: MultipartError.tooManyParts) { try parse(one + one + one + "--X-1--") }
        let disposition = "Content-Disposition: form-data; name=a"
        #expect(throws: MultipartError.tooManyHeaders) {
            try parse("--X-1\r\n\(disposition)\r\nA: b\r\nC: d\r\n\r\nabc\r\n--X-1--")
        }
        #expect(throws: MultipartError.headersTooLong) {
            try parse(
                "--X-1\r\nA: \(String(repeating: "b", count: 90))\r\n\(disposition)\r\n\r\nabc\r\n--X-1--"
            )
        }
        let long = try parse(part("form-data; name=a", "123456"))
        #expect(throws: MultipartError.fieldTooLong) { try long.fields(limits: limits) }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a body of near delimiters is read in linear time`() throws {
        let near = "\r\n--X-2"
        let content = String(repeating: near, count: 300_000)
        let form = try parse(part("form-data; name=a; filename=b", content))
        #expect(form.parts.map(\.range.count) == [near.utf8.count * 300_000])
    }

    private func part(_ disposition: String, _ content: String) -> String {
        "--X-1\r\nContent-Disposition: \(disposition)\r\n\r\n\(content)\r\n--X-1--\r\n"
    }

    private func parse(_ body: String) throws(MultipartError) -> Multipart {
        try Multipart(parsing: Array(body.utf8), contentType: Self.type)
    }
}
