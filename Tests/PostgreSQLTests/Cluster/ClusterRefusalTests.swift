import Glibc
import Testing

@testable import PostgreSQL

extension PrivateClusterTests {
    @Suite(.timeLimit(.minutes(1)))
    struct Refusal {
        let folder = TemporaryFolder()

        private func refusal(of configuration: ClusterConfiguration) async throws -> ClusterError? {
            let cluster = try PrivateCluster(configuration)
            let result = try await onThread { Result { try cluster.start(as: .serving) } }
            if case .failure(let error) = result { return error as? ClusterError }
            try await onThread { try cluster.leave() }
            return nil
        }

        @Test func `a second service is refused with the pid of the first`() async throws {
            let cluster = try PrivateCluster(folder.configuration)
            _ = try await onThread { try cluster.start(as: .serving) }
            let error = try await refusal(of: folder.configuration)
            #expect(error == .alreadyServed(folder: folder.path, pid: getpid()))
            #expect(error?.description.contains("process \(getpid())") == true)
            try await onThread { try cluster.leave() }
        }

        @Test(.enabled(if: geteuid() == 0, "only root takes on another user's ids"))
        func `a folder that the server's user cannot reach is named`() async throws {
            let closed = folder.path + "/closed"
            _ = unsafe mkdir(closed, 0o700)
            let error = try await refusal(of: ClusterConfiguration(dataFolder: closed + "/a/data"))
            #expect(
                error == .unreachable(folder: closed, user: "postgres", dataFolder: closed + "/a/data")
            )
            #expect(error?.description.contains("chmod o+x \(closed)") == true)
        }

        @Test func `a cluster of another version is refused`() async throws {
            try folder.makeFolder("cluster")
            try folder.write("9.6\n", to: "cluster/PG_VERSION")
            let error = try await refusal(of: folder.configuration)
            guard case .unfitVersion(let place, "9.6", let installed) = error else {
                Issue.record("refused with \(String(describing: error))")
                return
            }
            #expect(place == folder.path + "/cluster")
            #expect(!installed.isEmpty)
        }

        @Test func `a folder that holds no cluster in the cluster's place is refused`() async throws {
            try folder.makeFolder("cluster")
            let error = try await refusal(of: folder.configuration)
            #expect(error == .notACluster(folder: folder.path + "/cluster"))
        }

        @Test func `a place without PostgreSQL's programs is named`() async throws {
            var configuration = folder.configuration
            configuration.programFolder = folder.path
            #expect(try await refusal(of: configuration) == .noPrograms(searched: [folder.path]))
        }

        @Test(
            .enabled(if: geteuid() == 0, "only root may name another user"),
            arguments: [
                ("nobody-of-that-name", ClusterError.noServerUser(name: "nobody-of-that-name")),
                ("root", .serverUserIsRoot),
            ]
        )
        func `a user that the server cannot run as is refused`(name: String, expected: ClusterError)
            async throws
        {
            var configuration = folder.configuration
            configuration.serverUser = name
            #expect(try await refusal(of: configuration) == expected)
        }

        @Test(.enabled(if: geteuid() == 0, "only root may name another user"))
        func `a cluster that belongs to somebody else is refused`() async throws {
            try folder.makeFolder("cluster")
            var configuration = folder.configuration
            configuration.serverUser = "nobody"
            let error = try await refusal(of: configuration)
            #expect(error == .wrongOwner(folder: folder.path, owner: "postgres", user: "nobody"))
        }

        @Test func `a server that will not start is told with the end of its log`() async throws {
            let first = try PrivateCluster(folder.configuration)
            _ = try await onThread { try first.start(as: .visiting) }
            try await onThread { try first.leave() }
            try folder.write("nonsense = 1\n", to: "cluster/postgresql.auto.conf")
            let error = try await refusal(of: folder.configuration)
            guard case .serverEnded(let log, let lastLines) = error else {
                Issue.record("refused with \(String(describing: error))")
                return
            }
            #expect(log == folder.path + "/server.log")
            #expect(lastLines.contains("nonsense"))
        }

        @Test func `a socket folder that somebody else put there is refused`() async throws {
            let place = SocketFolder.path(for: try ClusterFolder(at: folder.path))
            _ = unsafe mkdir(place, 0o755)
            _ = unsafe chmod(place, 0o755)
            defer { _ = unsafe rmdir(place) }
            #expect(try await refusal(of: folder.configuration) == .unsafeSocketFolder(path: place))
        }
    }
}
