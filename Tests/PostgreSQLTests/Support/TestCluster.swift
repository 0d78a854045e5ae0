import Glibc
import Synchronization

@testable import PostgreSQL
import Threads

/// A real server for the tests, in a folder of its own under /tmp, that dies with the test process.
final class TestCluster: Sendable {
    private static let starting = Task { try await TestCluster.make() }

    /// The one that all suites share, each with a database of its own.
    static var shared: TestCluster {
        get async throws { try await starting.value }
    }

    /// Another one, for tests that stop and kill it.
    static func make() async throws -> TestCluster {
        try await WorkerThread.run(named: "cluster") { Result { try TestCluster() } }.get()
    }

    private let folder: String
    private let programs: String
    private let account: [String]
    // Kept open: its other end is the guardian's standard input.
    private let lifeline: Int32

    private init() throws {
        var template = Array("/tmp/emapa-pg-XXXXXX".utf8CString)
        folder = unsafe String(cString: mkdtemp(&template))
        programs = try Self.findPrograms()
        account = geteuid() == 0 ? ["runuser", "-u", "postgres", "--"] : []
        if geteuid() == 0 { try Program.run(["chown", "postgres", folder]) }

        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            throw Program.Failed(command: ["socketpair"], status: errno)
        }
        lifeline = ends[0]
        let end = (account + ["\(programs)/pg_ctl", "stop", "-m", "immediate", "-D", "\(folder)/data"])
            .joined(separator: " ")
        let guardian = "cat; \(end); rm -rf \(folder)"
        _ = try Program.start(["setsid", "sh", "-c", guardian], input: ends[1])
        close(ends[1])

        try run(
            "initdb",
            ["-D", "\(folder)/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
        )
        try start()
    }

    /// Creates an empty database and says how to reach it.
    func database(named name: String) async throws -> DatabaseConfiguration {
        let maintenance = try configuration(database: "postgres")
        try await WorkerThread.run(named: "createdb") {
            Result { () throws in
                let session = try Session(maintenance, access: .readWrite)
                try session.run(unsafeScript: "CREATE DATABASE \(SQL.quoted(name))")
            }
        }.get()
        return try configuration(database: name)
    }

    func configuration(database: String) throws -> DatabaseConfiguration {
        var configuration = DatabaseConfiguration(
            try ConnectionString("host=\(folder) user=postgres dbname=\(database)")
        )
        // Tests run all at once on a small machine: what is not about patience should not depend on it.
        configuration.connectTimeout = .seconds(30)
        configuration.reads = PoolSettings(workers: 2)
        configuration.reads.patience = .seconds(30)
        configuration.writes = PoolSettings(workers: 4)
        configuration.writes.patience = .seconds(30)
        return configuration
    }

    /// Stops the server, politely or not, and starts it again.
    func restart(mode: String = "fast") async throws {
        try await stop(mode: mode)
        try await resume()
    }

    func stop(mode: String = "fast") async throws {
        try await WorkerThread.run(named: "stop") { Result { try self.control(["stop", "-m", mode]) } }.get()
    }

    func resume() async throws {
        try await WorkerThread.run(named: "start") { Result { try self.start() } }.get()
    }

    /// Kills the server's first process with no warning.
    func kill() throws {
        let file = unsafe fopen("\(folder)/data/postmaster.pid", "r")
        guard let file = unsafe file else { return }
        defer { unsafe fclose(file) }
        var line = [CChar](repeating: 0, count: 32)
        guard unsafe fgets(&line, 32, file) != nil else { return }
        let number = unsafe atoi(line)
        if number > 1 { Glibc.kill(number, SIGKILL) }
    }

    private func start() throws {
        let settings = [
            "listen_addresses=''", "unix_socket_directories=\(folder)", "fsync=off", "max_connections=200",
            "shared_buffers=64MB", "deadlock_timeout=100ms", "log_min_messages=warning",
        ]
        let options = settings.map { "-c \($0)" }.joined(separator: " ")
        // After a kill the children need a moment to notice; until then the server refuses to start.
        var attempt = 0
        while true {
            do {
                return try control(["start", "-l", "\(folder)/log", "-o", options])
            } catch {
                attempt += 1
                guard attempt < 20 else { throw error }
                WorkerThread.pause(.milliseconds(250))
            }
        }
    }

    private func control(_ arguments: [String]) throws {
        try run("pg_ctl", arguments + ["-w", "-D", "\(folder)/data"])
    }

    private func run(_ program: String, _ arguments: [String]) throws {
        try Program.run(account + ["\(programs)/\(program)"] + arguments)
    }

    private static func findPrograms() throws -> String {
        for version in (15...20).reversed() {
            let folder = "/usr/lib/postgresql/\(version)/bin"
            if unsafe access("\(folder)/initdb", X_OK) == 0 { return folder }
        }
        throw Program.Failed(command: ["initdb"], status: ENOENT)
    }
}
