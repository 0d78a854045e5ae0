import Testing

@testable import Formats

@Suite struct XMLWriterTests {
    @Test func `elements nest after the declaration`() {
        var xml = XMLWriter()
        xml.begin("service_requests")
        xml.begin("request")
        xml.element("service_request_id", integer: -638)
        xml.element("description", "Dziura w jezdni")
        xml.element("status_notes", nil)
        xml.element("metadata", bool: false)
        xml.element("long", microdegrees: 19_938_330)
        xml.end()
        xml.end()
        #expect(
            String(decoding: xml.bytes, as: UTF8.self)
                == #"<?xml version="1.0" encoding="utf-8"?>"# + "<service_requests><request>"
                + "<service_request_id>-638</service_request_id><description>Dziura w jezdni</description>"
                + "<status_notes></status_notes><metadata>false</metadata><long>19.93833</long>"
                + "</request></service_requests>"
        )
    }

    @Test(arguments: [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("]]>", "]]&gt;"),
        ("<!--&amp;-->", "&lt;!--&amp;amp;--&gt;"),
        ("\"quotes' stay", "\"quotes' stay"),
        ("a\tb\nc\r\nd", "a\tb\nc&#13;\nd"),
        ("a\u{0}b\u{8}c\u{1B}d", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d"),
        ("\u{FFFE}\u{FFFF}\u{FFFD}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
        ("\u{7F}\u{85}ż🙂", "\u{7F}\u{85}ż🙂"),
    ])
    func `a text stays a text`(_ raw: String, _ written: String) {
        var xml = XMLWriter()
        xml.element("t", raw)
        let expected = Array(#"<?xml version="1.0" encoding="utf-8"?><t>\#(written)</t>"#.utf8)
        #expect(xml.bytes == expected)
    }
}
