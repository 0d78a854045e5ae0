import Formats
import TestSupport
import Testing

@testable import PostgreSQL

/// Values through a real server, which checks our encoding by printing and comparing it.
@Suite(.timeLimit(.minutes(2))) struct RoundTripTests {
    @Test func `values come back as they went`() async throws {
        try await withDatabase("round_trip") { database in
            try await database.read { session in
                var random = SeededGenerator(seed: 11)
                for _ in 0..<200 {
                    let wide = Int64(bitPattern: random.next())
                    let small = Int16.random(in: .min ... .max, using: &random)
                    let text = String(
                        (0..<20).map { _ in
                            Character(Unicode.Scalar(UInt8.random(in: 1...255, using: &random)))
                        }
                    )
                    let bytes = (0..<Int.random(in: 0...99, using: &random)).map { _ in
                        UInt8.random(in: 0...255, using: &random)
                    }
                    // The server holds moments up to the year 294276.
                    let moment = Timestamp(
                        microseconds: Int64.random(
                            in: -200_000_000_000_000_000...9_000_000_000_000_000_000,
                            using: &random
                        )
                    )
                    let uuid = UUIDBytes(high: random.next(), low: random.next())
                    let number = random.next() >> 1
                    let rows = try session.query(
                        "SELECT \(wide), \(small), \(text), \(bytes), \(moment), \(uuid), \(number), \(wide % 2 == 0)"
                    )
                    try rows.one { row in
                        let column0 = try row.decode(Int64.self, at: 0)
                        #expect(column0 == wide)
                        let column1 = try row.decode(Int16.self, at: 1)
                        #expect(column1 == small)
                        let column2 = try row.decode(String.self, at: 2)
                        #expect(column2 == text)
                        let column3 = try row.decode([UInt8].self, at: 3)
                        #expect(column3 == bytes)
                        let column4 = try row.decode(Timestamp.self, at: 4)
                        #expect(column4 == moment)
                        let column5 = try row.decode(UUIDBytes.self, at: 5)
                        #expect(column5 == uuid)
                        let column6 = try row.decode(UInt64.self, at: 6)
                        #expect(column6 == number)
                        let column7 = try row.decode(Bool.self, at: 7)
                        #expect(column7 == (wide % 2 == 0))
                    }
                }
            }
        }
    }

    @Test func `the server prints what we sent as we mean it`() async throws {
        let printed = try await withDatabase("as_printed") { database in
            try await database.read { session in
                try session.query(
                    """
                    SELECT \(Timestamp(microseconds: 1_700_000_000_123_456))::text, \(CalendarDay(daysSince1970: 0))::text,
                        \(JSONText(utf8: Array(#"{"a": [1, "ż"]}"#.utf8)))::text, \([Int32(1), -2])::text,
                        \(["a", "b,c", ""])::text, \([UInt8(0), 255])::text, \(Double(-0.5))::text,
                        \(UUIDBytes(high: 1, low: 2))::text, \([String]())::text
                    """
                ).one { row in try (0..<row.width).map { try row.decode(String.self, at: $0) } }
            }
        }
        #expect(
            printed == [
                "2023-11-14 22:13:20.123456+00", "1970-01-01", #"{"a": [1, "ż"]}"#, "{1,-2}",
                #"{a,"b,c",""}"#, #"\x00ff"#,
                "-0.5", "00000000-0000-0001-0000-000000000002", "{}",
            ]
        )
    }

    @Test func `we read what the server writes`() async throws {
        try await withDatabase("as_written") { database in
            try await database.read { session in
                try session.query(
                    """
                    SELECT '2023-11-14 22:13:20.5+00'::timestamptz, '[1, 2]'::json, '{"x": null}'::jsonb,
                        ARRAY['a', 'b']::varchar[], 1.5::real, pg_current_xact_id_if_assigned(), NULL::text,
                        'abc'::name, ARRAY[now(), now()], ARRAY[true], '1999-12-31'::date, ARRAY[1, NULL]
                    """
                ).one { row in
                    let column0 = try row.decode(Timestamp.self, at: 0)
                    #expect(column0.microseconds == 1_700_000_000_500_000)
                    let column1 = try row.decode(JSONText.self, at: 1)
                    #expect(column1.utf8 == Array("[1, 2]".utf8))
                    let column2 = try row.decode(JSONText.self, at: 2)
                    #expect(column2.utf8 == Array(#"{"x": null}"#.utf8))
                    let column3 = try row.decode([String].self, at: 3)
                    #expect(column3 == ["a", "b"])
                    let column4 = try row.decode(Double.self, at: 4)
                    #expect(column4 == 1.5)
                    let column5 = try row.decode(UInt64?.self, at: 5)
                    #expect(column5 == nil)
                    let column6 = try row.decode(String?.self, at: 6)
                    #expect(column6 == nil)
                    let column7 = try row.decode(String.self, at: 7)
                    #expect(column7 == "abc")
                    let column8 = try row.decode([Timestamp].self, at: 8)
                    #expect(column8.count == 2)
                    let column9 = try row.decode([Bool].self, at: 9)
                    #expect(column9 == [true])
                    let column10 = try row.decode(CalendarDay.self, at: 10)
                    #expect(column10.daysSince1970 == 10_956)
                    #expect(throws: DatabaseError.self) { try row.decode([Int32].self, at: 11) }
                }
            }
        }
    }

    @Test func `empty, NULL and huge survive`() async throws {
        try await withDatabase("extremes", script: "CREATE TABLE t (id int, a text, b bytea)") { database in
            let text = String(repeating: "zażółć ", count: 1_000_000)
            let bytes = [UInt8](repeating: 7, count: 20_000_000)
            try await database.write { session in
                try session.execute(
                    "INSERT INTO t VALUES (1, \(""), \([UInt8]())), (2, \(String?.none), \([UInt8]?.none))"
                )
                try session.execute("INSERT INTO t VALUES (3, \(text), \(bytes))")
            }
            let rows = try await database.read { session in
                try session.query("SELECT a, b FROM t ORDER BY id").map { row in
                    try Pair(text: row.decode(at: 0), bytes: row.decode(at: 1))
                }
            }
            #expect(
                rows == [
                    Pair(text: "", bytes: []), Pair(text: nil, bytes: nil), Pair(text: text, bytes: bytes),
                ]
            )
        }
    }

    private struct Pair: Equatable {
        let text: String?
        let bytes: [UInt8]?
    }

    @Test func `a column of another type, NULL or none is a typed error`() async throws {
        try await withDatabase("wrong_column") { database in
            try await database.read { session in
                try session.query("SELECT 1::bigint, NULL::text").one { row in
                    #expect(throws: DatabaseError.self) { try row.decode(String.self, at: 0) }
                    #expect(throws: DatabaseError.self) { try row.decode(String.self, at: 1) }
                    #expect(throws: DatabaseError.self) { try row.decode(String.self, at: 2) }
                    #expect(throws: DatabaseError.self) { try row.decode(String.self, at: -1) }
                    let (number, text) = try row.decode(Int64.self, String?.self)
                    #expect(number == 1 && text == nil)
                }
            }
        }
    }

    @Test(arguments: [
        "'; DROP TABLE t; --", "\\'; DROP TABLE t; --", "$1", "\" OR 1=1", "');DELETE FROM t;--",
        "\u{2019} OR 1=1", "%_\\",
    ])
    func `a hostile value is only a value`(text: String) async throws {
        let name = "injection_\(text.unicodeScalars.reduce(0) { ($0 &* 31 &+ Int($1.value)) & 0xFFFFFF })"
        try await withDatabase(name, script: "CREATE TABLE t (a text)") { database in
            try await database.write { session in try session.execute("INSERT INTO t VALUES (\(text))") }
            let found = try await database.read { session in
                try session.query("SELECT a FROM t WHERE a = \(text)").map { row in
                    try row.decode(String.self, at: 0)
                }
            }
            #expect(found == [text])
        }
    }

    @Test func `a zero byte in text is refused by the server, in a statement by us`() async throws {
        try await withDatabase("zero_byte") { database in
            let value = try await databaseError {
                try await database.read { session in _ = try session.query("SELECT \("a\0b")") }
            }
            #expect(value?.state == .characterNotInRepertoire)
            let statement = try await databaseError {
                try await database.read { session in
                    _ = try session.query("SELECT 1 \(unsafeSQL: "\0 nonsense")")
                }
            }
            guard case .misuse(.zeroByteInStatement)? = statement else {
                Issue.record("\(String(describing: statement))")
                return
            }
        }
    }
}
