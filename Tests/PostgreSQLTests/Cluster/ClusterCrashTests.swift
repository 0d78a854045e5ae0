import Glibc
import Testing

@testable import PostgreSQL

extension PrivateClusterTests {
    @Suite(.timeLimit(.minutes(1)))
    struct Crash {
        let folder: TemporaryFolder

        init() async throws {
            folder = try await onThread { try TemporaryFolder.withCluster() }
        }

        private func start(
            as use: ClusterUse = .serving,
            observed: Observed = Observed()
        ) async throws -> (PrivateCluster, String) {
            let cluster = try PrivateCluster(folder.configuration, observe: observed.note)
            return (cluster, try await onThread { try cluster.start(as: use) })
        }

        @Test func `a server that is killed is started again, and keeps what was committed`() async throws {
            let observed = Observed()
            let (cluster, address) = try await start(observed: observed)
            try cluster.supervise()
            let first = try #require(folder.postmaster)
            #expect(PlainConnection(address).ask("CREATE TABLE kept AS SELECT 7 AS value") == "")
            #expect(kill(first, SIGKILL) == 0)
            await observed.next { if case .ready(let pid, _) = $0 { pid != first } else { false } }

            #expect(PlainConnection(address).ask("SELECT value FROM kept") == "7")
            #expect(observed.events.contains(.ended(pid: first)))
            let second = try #require(folder.postmaster)
            #expect(kill(second, SIGKILL) == 0)
            await observed.next { if case .ready(let pid, _) = $0 { pid != second } else { false } }
            #expect(PlainConnection(address).ask("SELECT value FROM kept") == "7")
            try await onThread { try cluster.leave() }
            #expect(folder.postmaster == nil)
        }

        @Test func `the server of a service that was killed is adopted`() async throws {
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
                let cluster = try PrivateCluster(ClusterConfiguration(dataFolder: path))
                _ = try cluster.start(as: .serving)
                try cluster.supervise()
                kill(getpid(), SIGKILL)
            }
            let orphan = try #require(folder.postmaster)
            let observed = Observed()
            let (cluster, address) = try await start(observed: observed)
            #expect(observed.events == [.adopted(pid: orphan)])
            #expect(PlainConnection(address).ask("SELECT 1") == "1")
            try await onThread { try cluster.leave() }
            #expect(observed.events.last == .stopped(pid: orphan))
        }

        @Test func `a stale process file that names a living stranger does not keep the server down`()
            async throws
        {
            let (first, _) = try await start()
            let path = folder.path
            let file = try #require(SmallFile.text(path + "/cluster/postmaster.pid"))
            let own = try #require(folder.postmaster)
            try await onThread { try first.leave() }

            let account = try folder.serverAccount()
            let stranger = try ChildProgram(path: "/bin/sleep", arguments: ["60"], account: account).start()
            defer {
                kill(stranger, SIGKILL)
                waitpid(stranger, nil, 0)
            }
            try folder.write(
                "\(stranger)" + file.dropFirst("\(own)".count),
                to: "cluster/postmaster.pid"
            )
            let observed = Observed()
            let (second, address) = try await start(observed: observed)
            #expect(PlainConnection(address).ask("SELECT 1") == "1")
            #expect(observed.events.first == .clearedLeavings(path: path + "/cluster/postmaster.pid"))
            #expect(kill(stranger, 0) == 0)
            try await onThread { try second.leave() }
        }

        /// A statement that never looks up from its work, so its backend does not notice that the server is gone.
        private static let endlessLoop = "DO $$ DECLARE n int := 0; BEGIN LOOP n := 1; END LOOP; END $$"

        private func processes() throws -> [Int32] {
            let place = try ClusterFolder(at: folder.path)
            return try ProcessTable(folder: place, account: folder.serverAccount()).processes()
        }

        @Test func `a busy backend that outlived server and service is ended by the next start`() async throws
        {
            let observed = Observed()
            var (first, address): (PrivateCluster?, String) = try await start()
            #expect(first != nil)
            let connection = PlainConnection(address)
            #expect(connection.send(Self.endlessLoop))
            let pid = try #require(folder.postmaster)
            kill(pid, SIGKILL)
            // Forgotten without leaving, as by a kill. An uncollected child would hold up later exit tests.
            first = nil
            waitpid(pid, nil, 0)
            let (second, again) = try await start(observed: observed)
            #expect(observed.events.contains(.endingLeftovers([connection.backend], signal: SIGQUIT)))
            #expect(PlainConnection(again).ask("SELECT 1") == "1")
            #expect(try !processes().contains(connection.backend))
            try await onThread { try second.leave() }
        }

        @Test func `leaving ends what a killed server left behind`() async throws {
            let observed = Observed()
            let (cluster, address) = try await start(observed: observed)
            let connection = PlainConnection(address)
            #expect(connection.send(Self.endlessLoop))
            kill(try #require(folder.postmaster), SIGKILL)
            try await onThread { try cluster.leave() }
            #expect(try processes().isEmpty)
        }

        @Test func `a kill in the middle of making the cluster leaves nothing in the way`() async throws {
            let folder = TemporaryFolder()
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
                let observed = Observed()
                let cluster = try PrivateCluster(
                    ClusterConfiguration(dataFolder: path),
                    observe: observed.note
                )
                async let outcome = onThread { try cluster.start(as: .serving) }
                await observed.next { if case .creating = $0 { true } else { false } }
                while unsafe access(path + "/cluster.new/PG_VERSION", F_OK) != 0 { sched_yield() }
                kill(getpid(), SIGKILL)
                _ = try await outcome
            }
            #expect(unsafe access(folder.path + "/cluster.new", F_OK) == 0)
            #expect(unsafe access(folder.path + "/cluster", F_OK) == -1)
            let cluster = try PrivateCluster(folder.configuration)
            let address = try await onThread { try cluster.start(as: .serving) }
            #expect(PlainConnection(address).ask("SELECT 1") == "1")
            #expect(unsafe access(folder.path + "/cluster.new", F_OK) == -1)
            try await onThread { try cluster.leave() }
        }

        @Test func `leaving breaks off a start that waits for another command`() async throws {
            let path = folder.path
            let other = try FolderLock(path: path + "/start.lock", owner: folder.serverAccount())
            #expect(try other.take(.exclusive))
            let observed = Observed()
            let cluster = try PrivateCluster(folder.configuration, observe: observed.note)
            async let outcome = onThread { Result { try cluster.start(as: .serving) } }
            await observed.next { $0 == .waitingForAnother }
            try cluster.leave()
            let result = try await outcome
            #expect(throws: ClusterError.cancelled) { try result.get() }
            #expect(folder.postmaster == nil)
        }
    }
}
