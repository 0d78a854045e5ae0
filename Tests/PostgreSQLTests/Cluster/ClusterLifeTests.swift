import Glibc
import Testing

@testable import PostgreSQL

extension PrivateClusterTests {
    @Suite(.timeLimit(.minutes(1)))
    struct Life {
        let folder = TemporaryFolder()

        @Test func `the first user makes a durable cluster that only a socket leads to`() async throws {
            let observed = Observed()
            let cluster = try PrivateCluster(folder.configuration, observe: observed.note)
            let address = try await onThread { try cluster.start(as: .serving) }
            let expected = [
                ("SHOW fsync", "on"), ("SHOW synchronous_commit", "on"), ("SHOW full_page_writes", "on"),
                ("SHOW data_checksums", "on"), ("SHOW listen_addresses", ""), ("SHOW jit", "off"),
                ("SHOW server_encoding", "UTF8"), ("SHOW max_connections", "100"), ("SHOW timezone", "UTC"),
                ("SELECT current_user", "emapa"), ("SELECT current_database()", "emapa"),
                ("SELECT upper('żółw')", "ŻÓŁW"),
            ]
            do {
                let connection = PlainConnection(address)
                for (question, answer) in expected { #expect(connection.ask(question) == answer) }
            }
            try await onThread { try cluster.leave() }
            #expect(folder.postmaster == nil)
            #expect(observed.events.contains(.created(folder: folder.path)))
            #expect(!observed.events.contains { if case .stopEscalated = $0 { true } else { false } })
        }

        @Test func `a plan tells what a start would use and makes nothing`() async throws {
            var configuration = folder.configuration
            configuration.dataFolder += "/later/data"
            let programs = try #require(installedServer)
            let user = try folder.serverAccount().name
            let before = try ClusterPlan(for: configuration)
            #expect(before.programFolder == programs.folder)
            #expect(before.serverUser == user)
            #expect(!before.isCreated)
            #expect(unsafe access(folder.path + "/later", F_OK) == -1)

            let cluster = try PrivateCluster(configuration)
            _ = try await onThread { try cluster.start(as: .visiting) }
            let after = try ClusterPlan(for: configuration)
            #expect(after.isCreated)
            #expect(after.runningPid != nil)
            try await onThread { try cluster.leave() }
        }

        @Test func `a second user attaches, and the last one to leave stops the server`() async throws {
            let folder = folder
            let second = Observed()
            let service = try PrivateCluster(folder.configuration)
            let visitor = try PrivateCluster(folder.configuration, observe: second.note)
            let first = try await onThread { try service.start(as: .serving) }
            let pid = try #require(folder.postmaster)
            #expect(try await onThread { try visitor.start(as: .visiting) } == first)
            #expect(second.events == [.adopted(pid: pid)])

            try await onThread { try service.leave() }
            #expect(PlainConnection(first).ask("SELECT 1") == "1")
            try await onThread { try visitor.leave() }
            #expect(second.events.suffix(2) == [.stopping(pid: pid), .stopped(pid: pid)])
            #expect(kill(pid, 0) == -1)
        }

        @Test func `users that start at once share one server`() async throws {
            let folder = folder
            let users = try (0..<6).map { _ in try PrivateCluster(folder.configuration) }
            let pids = try await withThrowingTaskGroup { group in
                for user in users {
                    group.addTask {
                        let address = try await onThread { try user.start(as: .visiting) }
                        #expect(PlainConnection(address).ask("SELECT 1") == "1")
                        return folder.postmaster
                    }
                }
                return try await group.reduce(into: Set<Int32?>()) { $0.insert($1) }
            }
            #expect(pids.count == 1)
            try await withThrowingTaskGroup { group in
                for user in users { group.addTask { try await onThread { try user.leave() } } }
                try await group.waitForAll()
            }
            #expect(folder.postmaster == nil)
        }

        @Test func `a data folder with a very long path works`() async throws {
            let long = folder.path + "/" + String(repeating: "dane-", count: 40) + "/it's żółw"
            let cluster = try PrivateCluster(ClusterConfiguration(dataFolder: long))
            let address = try await onThread { try cluster.start(as: .serving) }
            #expect(PlainConnection(address).ask("SELECT 1") == "1")
            try await onThread { try cluster.leave() }
        }

        @Test func `the server inherits its own lock and no user's`() async throws {
            let cluster = try PrivateCluster(folder.configuration)
            _ = try await onThread { try cluster.start(as: .serving) }
            let place = "/proc/\(try #require(folder.postmaster))/fd"
            let targets = FolderListing.names(in: place).compactMap { name -> String? in
                var target = [CChar](repeating: 0, count: 4096)
                let count = unsafe readlink("\(place)/\(name)", &target, target.count)
                return count < 0
                    ? nil
                    : String(decoding: target.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            }
            #expect(targets.filter { $0.hasSuffix(".lock") } == [folder.path + "/server.lock"])
            try await onThread { try cluster.leave() }
        }

        @Test func `an operator's own settings win over emapa's`() async throws {
            let configuration = folder.configuration
            let settings = folder.path + "/cluster/postgresql.conf"
            let first = try PrivateCluster(configuration)
            _ = try await onThread { try first.start(as: .visiting) }
            try await onThread { try first.leave() }
            let text = try #require(SmallFile.text(settings))
            try folder.write(text + "work_mem = 3MB\n", to: "cluster/postgresql.conf")
            let second = try PrivateCluster(configuration)
            let address = try await onThread { try second.start(as: .visiting) }
            #expect(PlainConnection(address).ask("SHOW work_mem") == "3MB")
            try await onThread { try second.leave() }
        }
    }
}
