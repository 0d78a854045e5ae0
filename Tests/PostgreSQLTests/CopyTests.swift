import Formats
import TestSupport
import Testing

@testable import PostgreSQL

@Suite(.timeLimit(.minutes(2))) struct CopyTests {
    private let table =
        "CREATE TABLE t (id bigint PRIMARY KEY, name text, at timestamptz, place float8, flags bool[])"
    private let columns = ["id", "name", "at", "place", "flags"]

    @Test func `a hundred thousand rows go both ways`() async throws {
        try await withDatabase("copy", script: table) { database in
            let columns = columns
            let sent = try await database.write { session in
                try session.copy(into: "t", columns: columns) { writer in
                    for id in 0..<100_000 as Range<Int64> {
                        try writer.append(id)
                        try writer.append(id % 7 == 0 ? nil : "zgłoszenie \(id)")
                        try writer.append(Timestamp(microseconds: id * 1_000_003))
                        try writer.append(Double(id) / 3)
                        try writer.append(id % 5 == 0 ? [] : [true, id % 2 == 0])
                    }
                }
            }
            #expect(sent == 100_000)
            let matching = try await database.read { session in
                var matching = 0
                var expected: Int64 = 0
                let count = try session.copyOut("SELECT id, name, at, place, flags FROM t ORDER BY id") {
                    row in
                    let (id, name, at, place, flags) = try row.decode(
                        Int64.self,
                        String?.self,
                        Timestamp.self,
                        Double.self,
                        [Bool].self
                    )
                    let isSame =
                        id == expected && name == (id % 7 == 0 ? nil : "zgłoszenie \(id)")
                        && at.microseconds == id * 1_000_003 && place == Double(id) / 3
                        && flags == (id % 5 == 0 ? [] : [true, id % 2 == 0])
                    matching += isSame ? 1 : 0
                    expected += 1
                }
                #expect(count == 100_000)
                return matching
            }
            #expect(matching == 100_000)
        }
    }

    @Test func `nothing goes both ways`() async throws {
        try await withDatabase("copy_nothing", script: table) { database in
            let sent = try await database.write { session in
                try session.copy(into: "t", columns: ["id"]) { _ in }
            }
            let received = try await database.read { session in
                try session.copyOut("SELECT * FROM t") { _ in Issue.record("no row") }
            }
            #expect(sent == 0 && received == 0)
        }
    }

    private struct Enough: Error {}

    @Test func `a writer that gives up leaves nothing, and the connection usable`() async throws {
        try await withDatabase(
            "copy_given_up",
            script: table,
            configure: { $0.writes = PoolSettings(workers: 1) }
        ) { database in
            await #expect(throws: Enough.self) {
                try await database.write { session in
                    try session.copy(into: "t", columns: ["id"]) { writer in
                        for id in 0..<50_000 as Range<Int64> { try writer.append(id) }
                        throw Enough()
                    }
                }
            }
            let count: Int64 = try await database.write { session in
                try session.query("SELECT count(*) FROM t").one { row in try row.decode(at: 0) }
            }
            #expect(count == 0)
        }
    }

    @Test func `a refused row is the server's typed error`() async throws {
        try await withDatabase("copy_refused", script: table) { database in
            let error = try await databaseError {
                try await database.write { session in
                    try session.copy(into: "t", columns: ["id"]) { writer in
                        for _ in 0..<50_000 { try writer.append(Int64(1)) }
                    }
                }
            }
            #expect(error?.state == .uniqueViolation)
        }
    }

    @Test func `a value of another width is refused`() async throws {
        try await withDatabase("copy_width", script: table) { database in
            let error = try await databaseError {
                try await database.write { session in
                    try session.copy(into: "t", columns: ["id"]) { writer in try writer.append(Int32(1)) }
                }
            }
            #expect(error?.state?.code == "08P01")
        }
    }

    @Test func `an unfinished row is our own mistake`() async throws {
        try await withDatabase("copy_partial", script: table) { database in
            let error = try await databaseError {
                try await database.write { session in
                    try session.copy(into: "t", columns: ["id", "name"]) { writer in
                        try writer.append(row: Int64(1), "a")
                        try writer.append(Int64(2))
                    }
                }
            }
            guard case .misuse(.copyRowIncomplete)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func `a table that is not there is the server's typed error`() async throws {
        try await withDatabase("copy_no_table") { database in
            let writing = try await databaseError {
                try await database.write { session in
                    _ = try session.copy(into: "no\"pe", columns: ["id"]) { _ in }
                }
            }
            #expect(writing?.state == .undefinedTable)
            let reading = try await databaseError {
                try await database.read { session in _ = try session.copyOut("SELECT * FROM nope") { _ in } }
            }
            #expect(reading?.state == .undefinedTable)
        }
    }

    @Test func `a reader that has enough stops the server, and the connection stays usable`() async throws {
        try await withDatabase("copy_enough", configure: { $0.reads = PoolSettings(workers: 1) }) {
            database in
            await #expect(throws: Enough.self) {
                try await database.read { session in
                    try session.copyOut("SELECT generate_series(1, 1000000000)") { row in
                        if try row.decode(Int32.self, at: 0) == 3 { throw Enough() }
                    }
                }
            }
            for _ in 0..<20 { try await database.ping() }
        }
    }

    @Test func `a stream of wrong types is a typed error`() async throws {
        try await withDatabase("copy_types") { database in
            let error = try await databaseError {
                try await database.read { session in
                    _ = try session.copyOut("SELECT 1") { row in _ = try row.decode(String.self, at: 0) }
                }
            }
            guard case .column(.wrongType(.int4), index: 0)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func `binds cannot go into a COPY`() async throws {
        try await withDatabase("copy_binds") { database in
            let error = try await databaseError {
                try await database.read { session in _ = try session.copyOut("SELECT \(Int32(1))") { _ in } }
            }
            guard case .misuse(.bindsInCopy)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }
}
