import Testing

@testable import Formats

@Suite struct JSONWriterTests {
    @Test func `commas stand between values and nowhere else`() {
        var json = JSONWriter()
        json.beginObject()
        json.key("a")
        json.beginArray()
        json.integer(1)
        json.beginArray()
        json.endArray()
        json.bool(false)
        json.endArray()
        json.key("b")
        json.beginObject()
        json.endObject()
        json.key("c")
        json.null()
        json.key("d")
        json.raw(Array("[2]".utf8))
        json.endObject()
        #expect(text(json) == #"{"a":[1,[],false],"b":{},"c":null,"d":[2]}"#)
    }

    @Test(arguments: [
        ("", #""""#),
        ("Zażółć gęślą jaźń", #""Zażółć gęślą jaźń""#),
        (#"say "hi" \ bye"#, #""say \"hi\" \\ bye""#),
        ("a\nb\rc\td", #""a\nb\rc\td""#),
        ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""),
        ("</script>", #""\u003c/script>""#),
        ("a\u{2028}b\u{2029}c", #""a\u2028b\u2029c""#),
        ("„cytat” – 🙂", #""„cytat” – 🙂""#),
    ])
    func `a text is escaped for JSON and for a script in a page`(_ raw: String, _ written: String) {
        var json = JSONWriter()
        json.string(raw)
        #expect(text(json) == written)
    }

    @Test func `a key is escaped like a text`() {
        var json = JSONWriter()
        json.beginObject()
        json.key("a\"<")
        json.integer(1)
        json.endObject()
        #expect(text(json) == #"{"a\"\u003c":1}"#)
    }

    @Test func `integers of every width are written in full`() {
        var json = JSONWriter()
        json.beginArray()
        json.integer(Int8.min)
        json.integer(UInt16.max)
        json.integer(Int64.min)
        json.integer(UInt64.max)
        json.integer(Int128.max)
        json.endArray()
        #expect(
            text(json)
                == "[-128,65535,-9223372036854775808,18446744073709551615,170141183460469231731687303715884105727]"
        )
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `a number that is not finite becomes null`(_ value: Double) {
        var json = JSONWriter()
        json.beginArray()
        json.number(value)
        json.number(0.25)
        json.endArray()
        #expect(text(json) == "[null,0.25]")
    }

    @Test func `a value is written with its members in their order`() throws {
        let source = #"{"z":[1,2.5,-0.0,null,true],"a":{"text":"ą"},"m":[]}"#
        var json = JSONWriter()
        json.value(try JSON.parse(Array(source.utf8)))
        #expect(text(json) == source)
    }

    private func text(_ json: JSONWriter) -> String {
        String(decoding: json.bytes, as: UTF8.self)
    }
}
