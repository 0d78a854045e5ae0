import Glibc
package import PostgreSQL
import Synchronization
import Threads

/// A private cluster for the tests, made by the class that the service uses, in a folder of its own under /tmp; it
/// ends with the test process, however that ends.
package final class TestCluster: Sendable {
    private static let starting = Task { try await TestCluster.make() }

    /// The one that all suites share, each with a database of its own.
    package static var shared: TestCluster {
        get async throws { try await starting.value }
    }

    /// Another one, for tests that stop and kill it.
    package static func make() async throws -> TestCluster {
        try await WorkerThread.run(named: "cluster") { Result { try TestCluster() } }.get()
    }

    private let folder: String
    private let users: Mutex<[PrivateCluster]>
    private let connection: String
    // Kept open: its other end is the guardian's standard input.
    private let lifeline: Int32

    private init() throws {
        var template = Array("/tmp/emapa-pg-XXXXXX".utf8CString)
        folder = unsafe String(cString: mkdtemp(&template))
        // The server's account has to reach the data below.
        unsafe chmod(folder, 0o711)
        lifeline = try TestCluster.guardian(of: folder)

        let maker = try PrivateCluster(ClusterConfiguration(dataFolder: "\(folder)/data"))
        _ = try maker.start(as: .visiting)
        try maker.leave()
        try Program.run([
            "sh", "-c",
            "printf 'max_connections=900\\ndeadlock_timeout=100ms\\n' >> \(folder)/data/cluster/postgresql.conf",
        ])
        let cluster = try PrivateCluster(ClusterConfiguration(dataFolder: "\(folder)/data"))
        connection = try cluster.start(as: .visiting)
        users = Mutex([cluster])
    }

    /// Creates an empty database and says how to reach it.
    package func database(named name: String) async throws -> DatabaseConfiguration {
        let maintenance = connection
        try await WorkerThread.run(named: "createdb") {
            Result {
                try Program.run([
                    "psql", "-XAqt", "-v", "ON_ERROR_STOP=1", "-d", maintenance, "-c",
                    "CREATE DATABASE \"\(name)\"",
                ])
            }
        }.get()
        return try configuration(database: name)
    }

    /// Writes a database to a file, as an operator does.
    package func dump(database name: String, to file: String) async throws {
        try await run("pg_dump", "--format=custom", "--file=\(file)", "--dbname=\(address(of: name))")
    }

    /// Brings a dump back into an empty database.
    package func restore(_ file: String, into name: String) async throws {
        try await run("pg_restore", "--exit-on-error", "--dbname=\(address(of: name))", file)
    }

    /// Drops a database with all its connections and creates an empty one of its name.
    package func renew(database name: String) async throws {
        for command in ["DROP DATABASE \"\(name)\" WITH (FORCE)", "CREATE DATABASE \"\(name)\""] {
            try await run("psql", "-XAqt", "-v", "ON_ERROR_STOP=1", "-d", connection, "-c", command)
        }
    }

    private func address(of name: String) -> String {
        connection.replacing("dbname=emapa", with: "dbname='\(name)'")
    }

    private func run(_ command: String...) async throws {
        try await WorkerThread.run(named: "program") { Result { try Program.run(command) } }.get()
    }

    /// How to reach a database that exists.
    package func configuration(database: String) throws -> DatabaseConfiguration {
        var configuration = DatabaseConfiguration(try ConnectionString(address(of: database)))
        configuration.reads = PoolSettings(workers: 2)
        configuration.writes = PoolSettings(workers: 4)
        // All suites begin at once, on two cores: what is slow then is not what a test is about.
        configuration.connectTimeout = .seconds(30)
        configuration.reads.patience = .seconds(30)
        configuration.writes.patience = .seconds(30)
        configuration.reads.queueCapacity = 1_024
        configuration.writes.queueCapacity = 1_024
        return configuration
    }

    /// How a server is told to stop.
    package enum StopMode: Sendable {
        /// Running transactions are rolled back, connections closed, everything written.
        case fast
        /// As if the power failed, but with a word to the clients.
        case immediate
    }

    /// Stops the server and starts it again.
    package func restart(mode: StopMode = .fast) async throws {
        try await stop(mode: mode)
        try await resume()
    }

    /// Stops the server and returns when it is gone.
    package func stop(mode: StopMode = .fast) async throws {
        try await WorkerThread.run(named: "stop") {
            Result {
                if mode == .immediate { try self.signal(SIGQUIT) }
                let users = self.users.withLock { users in
                    defer { users = [] }
                    return users
                }
                for user in users { try user.leave() }
            }
        }.get()
    }

    /// Starts the server again after `stop` or `kill`.
    package func resume() async throws {
        try await WorkerThread.run(named: "start") {
            Result {
                let cluster = try PrivateCluster(ClusterConfiguration(dataFolder: "\(self.folder)/data"))
                _ = try cluster.start(as: .visiting)
                self.users.withLock { $0.append(cluster) }
            }
        }.get()
    }

    /// Stops the server and lets it recover as after a restore from a backup: it goes on in a new timeline.
    package func recover() async throws {
        try await stop()
        try await run(
            "sh",
            "-c",
            "echo \"restore_command='false'\" >> \(folder)/data/cluster/postgresql.conf && touch \(folder)/data/cluster/recovery.signal"
        )
        try await resume()
    }

    /// Kills the server's first process with no warning.
    package func kill() throws {
        try signal(SIGKILL)
    }

    /// Signals the server's first process and collects it, so that it does not stay as a dead child of ours.
    private func signal(_ number: Int32) throws {
        let file = unsafe fopen("\(folder)/data/cluster/postmaster.pid", "r")
        guard let file = unsafe file else { return }
        defer { unsafe fclose(file) }
        var line = [CChar](repeating: 0, count: 32)
        guard unsafe fgets(&line, 32, file) != nil else { return }
        let process = unsafe atoi(line)
        guard process > 1, Glibc.kill(process, number) == 0 else { return }
        while waitpid(process, nil, 0) == -1 && errno == EINTR {}
    }

    /// A process that waits for our end, then stops the server and removes the folder.
    private static func guardian(of folder: String) throws -> Int32 {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            throw Program.Failed(command: ["socketpair"], status: errno)
        }
        let end = """
            cat; pid=$(head -n 1 \(folder)/data/cluster/postmaster.pid) && kill -QUIT $pid
            for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 $pid 2>/dev/null || break; sleep 0.5; done; rm -rf \(folder)
            """
        _ = try Program.start(["setsid", "sh", "-c", end], input: ends[1])
        close(ends[1])
        return ends[0]
    }
}
