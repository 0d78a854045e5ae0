package import PostgreSQL

/// Runs a test with a database of its own and closes the pools afterwards.
package func withDatabase<Value>(
    _ name: String,
    on cluster: TestCluster? = nil,
    script: String = "",
    configure: (inout DatabaseConfiguration) -> Void = { _ in },
    observe: @escaping @Sendable (DatabaseEvent) -> Void = { _ in },
    _ body: (Database) async throws -> Value
) async throws -> Value {
    let home: TestCluster
    if let cluster { home = cluster } else { home = try await TestCluster.shared }
    var configuration = try await home.database(named: name)
    configure(&configuration)
    let database = Database(configuration, observe: observe)
    let outcome: Result<Value, any Error>
    do {
        if !script.isEmpty { try await database.write { try $0.run(unsafeScript: script) } }
        outcome = .success(try await body(database))
    } catch {
        outcome = .failure(error)
    }
    await database.shutdown(within: .seconds(5))
    return try outcome.get()
}

/// The database error a closure throws; nil when it throws none.
package func databaseError<Value>(_ body: () async throws -> Value) async throws -> DatabaseError? {
    do {
        _ = try await body()
        return nil
    } catch let error as DatabaseError {
        return error
    }
}

extension Database {
    /// Returns when all events are complete; transactions of other tests on the cluster may hold the horizon for a while.
    package func settle() async throws {
        while true {
            let open = try await read { session in
                try session.query(
                    "SELECT EXISTS (SELECT FROM report_event WHERE transaction_id >= pg_snapshot_xmin(pg_current_snapshot()))"
                ).one { try $0.decode(Bool.self, at: 0) }
            }
            guard open else { return }
            try await Task.sleep(for: .milliseconds(2))
        }
    }
}
