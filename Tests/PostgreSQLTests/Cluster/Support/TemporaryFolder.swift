import Glibc

@testable import PostgreSQL

/// A folder for one test, with its name short enough for anything; removed with what is in it.
final class TemporaryFolder: Sendable {
    let path: String

    init() {
        var template = Array("/tmp/emapa-test-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { fatalError("no temporary folder") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        _ = unsafe chmod(path, 0o755)
    }

    deinit {
        // A test that failed may have left its server running.
        if let folder = try? ClusterFolder(at: path), let account = try? serverAccount() {
            for pid in ProcessTable(folder: folder, account: account).processes() { kill(pid, SIGKILL) }
        }
        _ = try? ProgramRun("/bin/rm", ["-rf", "--", path], stopSign: StopSign())
    }

    var configuration: ClusterConfiguration {
        ClusterConfiguration(dataFolder: path, startLimit: .seconds(50), stopLimit: .seconds(20))
    }

    /// The process id in the server's own file.
    var postmaster: Int32? {
        SmallFile.text(path + "/cluster/postmaster.pid").flatMap(PostmasterFile.init)?.pid
    }

    /// The user that servers of tests run as.
    func serverAccount() throws -> ServerAccount {
        try geteuid() == 0 ? ServerAccount(named: "postgres") : ServerAccount(id: geteuid())
    }

    /// Writes a file that belongs to the server's user.
    func write(_ text: String, to name: String) throws {
        try SmallFile.replace(path + "/" + name, with: text, owner: serverAccount())
    }

    /// Makes a folder that belongs to the server's user.
    func makeFolder(_ name: String) throws {
        let account = try serverAccount()
        _ = unsafe mkdir(path + "/" + name, 0o700)
        _ = unsafe chown(path + "/" + name, account.user, account.group)
    }
}
