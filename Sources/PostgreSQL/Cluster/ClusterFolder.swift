import CProcess
import Glibc

/// The data folder: where everything of the private cluster lies.
struct ClusterFolder: Sendable {
    /// The folder's real path, free of links.
    let path: String

    var cluster: String { path + "/cluster" }
    var unfinishedCluster: String { path + "/cluster.new" }
    var log: String { path + "/server.log" }
    var postmasterFile: String { cluster + "/postmaster.pid" }
    var serveLock: String { path + "/serve.lock" }
    var startLock: String { path + "/start.lock" }
    var useLock: String { path + "/in-use.lock" }
    var serverLock: String { path + "/server.lock" }

    /// A name for this cluster in sockets and process titles: the same for everyone who uses the folder.
    var name: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return "emapa-" + String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Finds the folder, or makes it with its parents: open to passers-by when root makes it, because the
    /// server's user must reach the cluster in it, and private otherwise.
    init(at place: String) throws(ClusterError) {
        try Self.make(place, mode: geteuid() == 0 ? 0o711 : 0o700)
        guard let real = unsafe realpath(place, nil) else {
            throw .file(path: place, action: "found", code: errno)
        }
        defer { unsafe free(real) }
        path = unsafe String(cString: real)
    }

    private static func make(_ place: String, mode: mode_t) throws(ClusterError) {
        if unsafe mkdir(place, mode) == 0 { return }
        switch errno {
        case EEXIST:
            return
        case ENOENT:
            guard let slash = place.dropLast().lastIndex(of: "/"), slash != place.startIndex else {
                fallthrough
            }
            try make(String(place[..<slash]), mode: 0o755)
            if unsafe mkdir(place, mode) == 0 || errno == EEXIST { return }
            fallthrough
        default:
            throw .file(path: place, action: "created", code: errno)
        }
    }

    /// The id of the user who owns the cluster, or `nil` where there is none yet.
    var clusterOwner: uid_t? {
        var information = stat()
        return unsafe stat(cluster, &information) == 0 ? information.st_uid : nil
    }

    /// The major version that made the cluster, as its `PG_VERSION` says, or `nil` where there is none yet.
    func clusterVersion() throws(ClusterError) -> String? {
        guard clusterOwner != nil else { return nil }
        guard let text = SmallFile.text(cluster + "/PG_VERSION") else { throw .notACluster(folder: cluster) }
        let version = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        if version.isEmpty || version.utf8.count > 16 { throw .notACluster(folder: cluster) }
        return String(version)
    }

    /// Checks that the server's user can get to the folder, and names the first folder on the way it cannot pass.
    func checkReach(of account: ServerAccount) throws(ClusterError) {
        guard account.isAnother else { return }
        var ends = path.indices.dropFirst().filter { path[$0] == "/" }
        ends.append(path.endIndex)
        var identity = account.identity
        for end in ends {
            let folder = String(path[..<end])
            let code = unsafe process_can_enter(folder, &identity)
            if code == EACCES {
                throw .unreachable(folder: folder, user: account.name, dataFolder: path)
            }
            if code != 0 { throw .file(path: folder, action: "entered", code: code) }
        }
    }
}
