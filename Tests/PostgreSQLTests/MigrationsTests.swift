import Glibc
import TestSupport
import Testing

@testable import PostgreSQL

@Suite(.timeLimit(.minutes(2))) struct MigrationsTests {
    /// A folder with these files, for the length of a test.
    private func withFolder<Value>(
        _ files: [String: String],
        _ body: (String) async throws -> Value
    ) async throws -> Value {
        var template = Array("/tmp/emapa-sql-XXXXXX".utf8CString)
        let folder = unsafe String(cString: mkdtemp(&template))
        defer { try? Program.run(["rm", "-rf", folder]) }
        for (name, text) in files { try write(text, to: "\(folder)/\(name)") }
        return try await body(folder)
    }

    private func write(_ text: String, to path: String) throws {
        guard let file = unsafe fopen(path, "w") else { throw MigrationError.unreadable(path: path) }
        defer { unsafe fclose(file) }
        #expect(unsafe fputs(text, file) != EOF)
    }

    private let two = [
        "0001_tables.sql": "CREATE TABLE a (n int); CREATE TABLE b (n int);",
        "0002_rows.sql": "-- żółć\nINSERT INTO a VALUES (1); INSERT INTO b SELECT n FROM a;",
        "README.md": "not a migration",
    ]

    private func refusal(_ body: () async throws -> Void) async throws -> MigrationError? {
        do {
            try await body()
            return nil
        } catch let error as MigrationError {
            return error
        }
    }

    @Test func `ten instances that start at once migrate once`() async throws {
        try await withFolder(two) { folder in
            let configuration = try await TestCluster.shared.database(named: "ten")
            let migrations = try Migrations(folder: folder)
            let applied = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<10 {
                    group.addTask {
                        let database = Database(configuration)
                        let names = try await migrations.apply(in: database)
                        await database.shutdown()
                        return names
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.sorted() == ["0001_tables.sql", "0002_rows.sql"])
            let database = Database(configuration)
            let rows: Int64 = try await database.read { session in
                try session.query("SELECT count(*) FROM b").one { row in try row.decode(at: 0) }
            }
            #expect(rows == 1)
            await database.shutdown()
        }
    }

    @Test func `the plan says what was done and what is to do`() async throws {
        try await withFolder(two) { folder in
            try await withDatabase("plan") { database in
                let fresh = try await Migrations(folder: folder).plan(in: database)
                #expect(fresh.applied == [] && fresh.pending == ["0001_tables.sql", "0002_rows.sql"])
                let events = Record<DatabaseEvent>()
                _ = try await Migrations(folder: folder).apply(in: database, observe: events.add)
                #expect(events.events.count == 2)
                try write("SELECT 1", to: "\(folder)/0003_more.sql")
                let later = try await Migrations(folder: folder).plan(in: database)
                #expect(later.applied.count == 2 && later.pending == ["0003_more.sql"])
            }
        }
    }

    @Test func `a changed, missing or newer migration is refused by name`() async throws {
        try await withFolder(two) { folder in
            try await withDatabase("refusals") { database in
                _ = try await Migrations(folder: folder).apply(in: database)

                try write("CREATE TABLE a (n bigint)", to: "\(folder)/0001_tables.sql")
                let changed = try await refusal {
                    _ = try await Migrations(folder: folder).apply(in: database)
                }
                #expect(changed == .changed("0001_tables.sql"))

                unsafe unlink("\(folder)/0001_tables.sql")
                let missing = try await refusal {
                    _ = try await Migrations(folder: folder).plan(in: database)
                }
                #expect(missing == .missing("0001_tables.sql"))

                try write(two["0001_tables.sql"] ?? "", to: "\(folder)/0001_tables.sql")
                unsafe unlink("\(folder)/0002_rows.sql")
                let newer = try await refusal { _ = try await Migrations(folder: folder).apply(in: database) }
                #expect(newer == .databaseIsNewer("0002_rows.sql"))
            }
        }
    }

    @Test func `a migration that fails leaves nothing behind and is named`() async throws {
        let files = ["0001_half.sql": "CREATE TABLE a (n int); SELECT 1/0;"]
        try await withFolder(files) { folder in
            try await withDatabase("half") { database in
                let error = try await refusal { _ = try await Migrations(folder: folder).apply(in: database) }
                guard case .refused("0001_half.sql", let state, _)? = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                #expect(state.code == "22012")
                let exists: Bool = try await database.read { session in
                    try session.query("SELECT to_regclass('a') IS NOT NULL").one { row in
                        try row.decode(at: 0)
                    }
                }
                #expect(!exists)
            }
        }
    }

    @Test(arguments: ["COMMIT; BEGIN", "ROLLBACK; BEGIN", "COMMIT"])
    func `a migration cannot end its transaction`(ending: String) async throws {
        try await withFolder(["0001_sly.sql": "CREATE TABLE a (n int); \(ending);"]) { folder in
            try await withDatabase("sly_\(ending.count)_\(ending.hasPrefix("C"))") { database in
                let error = try await refusal { _ = try await Migrations(folder: folder).apply(in: database) }
                #expect(error == .endedItsTransaction("0001_sly.sql"))
            }
        }
    }

    @Test func `folders that make no sense are refused`() async throws {
        #expect(throws: MigrationError.unreadable(path: "/nonexistent")) {
            try Migrations(folder: "/nonexistent")
        }
        _ = try await withFolder(["1_short.sql": ""]) { folder in
            #expect(throws: MigrationError.misnamed("1_short.sql")) { try Migrations(folder: folder) }
        }
        _ = try await withFolder(["0001_a.sql": "", "0001_b.sql": ""]) { folder in
            #expect(throws: MigrationError.sameNumber("0001_a.sql", "0001_b.sql")) {
                try Migrations(folder: folder)
            }
        }
    }
}
