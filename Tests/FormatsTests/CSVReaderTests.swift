import TestSupport
import Testing

@testable import Formats

struct CSVReaderTests {
    private func read(_ bytes: [UInt8], limits: CSVLimits = CSVLimits()) throws(CSVError) -> [[String]] {
        var reader = CSVReader(bytes, limits: limits)
        var records: [[String]] = []
        while let record = try reader.next() { records.append(record.fields) }
        return records
    }

    @Test(
        arguments: [
            ("", []), ("a", [["a"]]), ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
            ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
            ("\u{FEFF}a,b", [["a", "b"]]), (",", [["", ""]]), ("\n", [[""]]), ("\"a,b\",c", [["a,b", "c"]]),
            ("\"a\"\"b\"", [["a\"b"]]), ("\"a\r\nb\",c\r\nd", [["a\r\nb", "c"], ["d"]]), ("\"\"", [[""]]),
            ("a\r", [["a"]]), (" a , b ", [[" a ", " b "]]), ("ł,ó", [["ł", "ó"]]),
        ] as [(String, [[String]])]
    )
    func `values are read as RFC 4180 says`(text: String, records: [[String]]) throws {
        #expect(try read(Array(text.utf8)) == records)
    }

    @Test(
        arguments: [
            ("a\"b", 1, 1, CSVFault.quoteInside), ("x\n\"a", 2, 1, .quoteNotClosed),
            ("\"a\"b", 1, 1, .textAfterQuote),
            ("a\rb", 1, 1, .loneCarriageReturn), ("a,b\0", 1, 2, .notUTF8),
            ("aaaaaaaaa", 1, 1, .fieldTooLong(8)),
            ("a\n\"aaaaaaaaa\"", 2, 1, .fieldTooLong(8)), ("a,b,c,d,e", 1, nil, .tooManyFields(4)),
            ("aaaaa,aaaaa,aaaaaa,aaaaaa", 1, nil, .recordTooLong(20)),
            ("a\nb\nc\nd", 4, nil, .tooManyRecords(3)),
        ] as [(String, Int, Int?, CSVFault)]
    )
    func `what breaks the rules is refused with its place`(
        text: String,
        line: Int,
        field: Int?,
        fault: CSVFault
    ) {
        let limits = CSVLimits(records: 3, fields: 4, recordBytes: 20, fieldBytes: 8)
        #expect(throws: CSVError(line: line, field: field, fault: fault)) {
            try read(Array(text.utf8), limits: limits)
        }
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        #expect(throws: CSVError(line: 1, field: 1, fault: .notUTF8)) { try read([0x61, 0xFF]) }
    }

    @Test func `the line of a record is that of its beginning`() throws {
        var reader = CSVReader(Array("\"a\nb\",c\nd\n".utf8))
        let lines = [try reader.next()?.line, try reader.next()?.line]
        #expect(lines == [1, 3])
    }

    @Test func `what is written with quotes reads back the same`() throws {
        var random = SeededGenerator(5)
        let scalars: [Unicode.Scalar] = Array("a,\"\r\nł 🌳".unicodeScalars)
        for _ in 0..<2_000 {
            let records = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                (0..<Int.random(in: 1...4, using: &random)).map { _ in
                    var text = ""
                    for _ in 0..<Int.random(in: 0...6, using: &random) {
                        text.unicodeScalars.append(scalars.randomElement(using: &random) ?? "a")
                    }
                    return text
                }
            }
            let text = records.map { fields in
                fields.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
            }.joined(separator: "\r\n")
            #expect(try read(Array(text.utf8)) == records)
        }
    }

    @Test func `no bytes make it trap, and it always ends`() {
        var random = SeededGenerator(9)
        let alphabet: [UInt8] = [0x61, 0x2C, 0x22, 0x0D, 0x0A, 0x00, 0xFF, 0xC5, 0x82]
        var refused = 0
        for _ in 0..<5_000 {
            let count = Int.random(in: 0...40, using: &random)
            let bytes = (0..<count).compactMap { _ in alphabet.randomElement(using: &random) }
            do { _ = try read(bytes) } catch { refused += 1 }
        }
        #expect(refused > 0)
    }
}
