import CProcess
import Glibc

/// The operating system's user that the server runs as.
struct ServerAccount: Sendable {
    let name: String
    let identity: process_identity

    var user: uid_t { identity.user }
    var group: gid_t { identity.group }

    /// Tells whether the server must take on other ids than this process has.
    var isAnother: Bool { user != geteuid() }

    init(named name: String) throws(ClusterError) {
        var identity = process_identity()
        guard unsafe process_identity_named(name, &identity) == 0 else { throw .noServerUser(name: name) }
        self.name = name
        self.identity = identity
    }

    init(id: uid_t) throws(ClusterError) {
        var identity = process_identity()
        var name = [CChar](repeating: 0, count: 256)
        guard unsafe process_identity_of(id, &identity, &name, name.count) == 0 else {
            throw .namelessUser(id: id)
        }
        self.name = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        self.identity = identity
    }

    /// The user to run the server of a folder as: the cluster's owner where there is a cluster, else the user
    /// asked for or `postgres` when this process is root, else its own user.
    static func forServer(of folder: ClusterFolder, asked: String?) throws(ClusterError) -> ServerAccount {
        let account: ServerAccount
        if geteuid() != 0 {
            account = try ServerAccount(id: geteuid())
            if let asked, asked != account.name {
                throw .wrongOwner(folder: folder.path, owner: asked, user: account.name)
            }
        } else if let asked {
            account = try ServerAccount(named: asked)
        } else if let owner = folder.clusterOwner {
            account = try ServerAccount(id: owner)
        } else {
            account = try ServerAccount(named: "postgres")
        }
        if account.user == 0 { throw .serverUserIsRoot }
        if let owner = folder.clusterOwner, owner != account.user {
            let ownerName = (try? ServerAccount(id: owner))?.name ?? "user \(owner)"
            throw .wrongOwner(folder: folder.path, owner: ownerName, user: account.name)
        }
        return account
    }
}
