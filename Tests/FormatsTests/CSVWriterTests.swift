import Formats
import Testing

struct CSVWriterTests {
    @Test(arguments: [
        ("dziura", "dziura"), ("", ""), ("a,b", "\"a,b\""), ("a;b", "\"a;b\""), ("a\"b", "\"a\"\"b\""),
        ("a\nb", "\"a\nb\""), ("=1+1", "\"'=1+1\""), ("+48 600", "\"'+48 600\""), ("-5", "\"'-5\""),
        ("@SUM(A1)", "\"'@SUM(A1)\""), ("\t=1", "\"'\t=1\""), ("a=1", "a=1"),
    ])
    func `a text stays a text in a spreadsheet`(text: String, written: String) {
        var csv = CSVWriter()
        csv.text(text)
        csv.plain("1")
        csv.endRecord()
        #expect(String(decoding: csv.bytes, as: UTF8.self) == "\(written),1\r\n")
    }

    @Test func `what is written is read back`() throws {
        let values = ["a", "b,\"c\"", "d\r\ne", "ż;ó", ""]
        var csv = CSVWriter(withMark: true)
        for value in values { csv.text(value) }
        csv.endRecord()
        var reader = CSVReader(csv.take())
        #expect(try reader.next()?.fields == values)
        #expect(csv.bytes.isEmpty)
    }
}
