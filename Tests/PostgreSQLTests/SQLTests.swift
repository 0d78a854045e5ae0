import Testing

@testable import PostgreSQL

@Suite struct SQLTests {
    @Test func `an interpolated value becomes a bind`() {
        let sql: SQL = "SELECT name FROM unit WHERE id = \(Int64(7)) AND code = \("ZIM")"
        #expect(sql.text == "SELECT name FROM unit WHERE id = $1 AND code = $2")
        #expect(sql.types == [.int8, .text])
        #expect(sql.lengths == [8, 3])
        #expect(sql.bytes == [0, 0, 0, 0, 0, 0, 0, 7] + Array("ZIM".utf8))
    }

    @Test func `a string is a bind even when it is written as a literal`() {
        let sql: SQL = "SELECT \("'; DROP TABLE report; --")"
        #expect(sql.text == "SELECT $1")
    }

    @Test func `NULL and empty are different`() {
        let sql: SQL = "SELECT \(String?.none), \(""), \([UInt8]())"
        #expect(sql.lengths == [-1, 0, 0])
        #expect(sql.types == [.text, .text, .bytea])
    }

    @Test func `statements compose with their binds renumbered`() {
        let inner: SQL = "b = \(Int64(2)) AND c = \(Int64(3))"
        let outer: SQL = "SELECT * FROM t WHERE a = \(Int64(1)) AND (\(inner)) AND d = \(Int64(4))"
        #expect(outer.text == "SELECT * FROM t WHERE a = $1 AND (b = $2 AND c = $3) AND d = $4")
        #expect(outer.bytes.enumerated().filter { $0.offset % 8 == 7 }.map(\.element) == [1, 2, 3, 4])
    }

    @Test func `composing keeps order beyond nine binds`() {
        let parts = (1...25).map { number -> SQL in "(\(Int32(number)), 'ą')" }
        let sql = "INSERT INTO t VALUES " + SQL.joined(parts, separator: ", ")
        let expected = (1...25).map { "($\($0), 'ą')" }.joined(separator: ", ")
        #expect(sql.text == "INSERT INTO t VALUES " + expected)
        #expect(sql.bindCount == 25)
        let again: SQL = "\(Int32(0)) \(sql)"
        #expect(again.text.hasSuffix("($26, 'ą')"))
    }

    @Test func `raw text enters only by its label`() {
        let sql: SQL = "SELECT 1 ORDER BY \(unsafeSQL: "name DESC")"
        #expect(sql.text == "SELECT 1 ORDER BY name DESC")
        #expect(sql.bindCount == 0)
    }

    @Test(arguments: [("plain", "\"plain\""), ("a\"b", "\"a\"\"b\""), ("ź; --", "\"ź; --\"")])
    func `a name is quoted`(name: String, quoted: String) {
        let sql: SQL = "TABLE \(identifier: name)"
        #expect(sql.text == "TABLE \(quoted)")
    }
}
