import Glibc
import Testing

@testable import PostgreSQL

extension PrivateClusterTests {
    @Suite(.timeLimit(.minutes(1)))
    struct Crash {
        let folder = TemporaryFolder()

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

        @Test func `a busy backend of a killed server is ended before the next start`() async throws {
            let (first, address) = try await start()
            let observed = Observed()
            let pid = try #require(folder.postmaster)
            do {
                let connection = PlainConnection(address)
                // The loop never looks up from its work, so it does not notice that the server is gone.
                let loop = "DO $$ DECLARE n bigint := 0; BEGIN LOOP n := n + 1; END LOOP; END $$"
                #expect(connection.send(loop))
                kill(pid, SIGKILL)
                // Leaving finds no server any more, and leaves the leftover alone.
                try await onThread { try first.leave() }
                let (second, again) = try await start(observed: observed)
                #expect(observed.events.first == .waitingForLeftovers([connection.backend]))
                #expect(PlainConnection(again).ask("SELECT 1") == "1")
                let place = try ClusterFolder(at: folder.path)
                let table = try ProcessTable(folder: place, account: folder.serverAccount())
                #expect(!table.processes().contains(connection.backend))
                try await onThread { try second.leave() }
            }
        }

        @Test func `a kill in the middle of making the cluster leaves nothing in the way`() async throws {
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
            let (cluster, address) = try await start()
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
            #expect(unsafe access(path + "/cluster", F_OK) == -1)
        }
    }
}
