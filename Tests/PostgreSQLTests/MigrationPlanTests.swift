import Testing

@testable import PostgreSQL

@Suite struct MigrationPlanTests {
    private func file(_ number: Int) throws -> Migration {
        try #require(Migration(name: "000\(number)_step.sql", script: []))
    }

    private func plan(files: [Int], applied: [(Int, String)]) throws -> Result<[String], MigrationError> {
        let files = try files.map(file)
        let applied = applied.map {
            AppliedMigration(number: Int32($0.0), name: "000\($0.0)_step.sql", checksum: $0.1)
        }
        return Result { () throws(MigrationError) in
            try MigrationPlan(files: files, checksums: files.map { "sum \($0.number)" }, applied: applied)
                .pending
        }
    }

    @Test func `what was not applied is pending, in order`() throws {
        #expect(
            try plan(files: [1, 2, 3], applied: [(1, "sum 1")])
                == .success(["0002_step.sql", "0003_step.sql"])
        )
        #expect(try plan(files: [1], applied: [(1, "sum 1")]) == .success([]))
        #expect(try plan(files: [], applied: []) == .success([]))
    }

    @Test func `what does not fit is refused by name`() throws {
        #expect(try plan(files: [1, 2], applied: [(1, "other")]) == .failure(.changed("0001_step.sql")))
        #expect(try plan(files: [2, 3], applied: [(1, "sum 1")]) == .failure(.missing("0001_step.sql")))
        #expect(
            try plan(files: [1, 2, 3], applied: [(1, "sum 1"), (3, "sum 3")])
                == .failure(.outOfOrder("0002_step.sql"))
        )
        #expect(
            try plan(files: [1], applied: [(1, "sum 1"), (2, "sum 2")])
                == .failure(.databaseIsNewer("0002_step.sql"))
        )
    }

    @Test(arguments: [
        "1_a.sql", "0001.sql", "0001_.sql", "0001_A.sql", "0001_a b.sql", "a001_a.sql", "0001-a.sql", ".sql",
        "0001_a.SQL",
    ])
    func `a file with another kind of name is no migration`(name: String) {
        #expect(Migration(name: name, script: []) == nil)
    }

    @Test func `the number is read from the name`() throws {
        #expect(try #require(Migration(name: "0420_a_2.sql", script: [])).number == 420)
    }
}
