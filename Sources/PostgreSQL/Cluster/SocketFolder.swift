import Glibc

/// The folder of the server's socket: short, because a socket's path may have 107 bytes, and private.
enum SocketFolder {
    /// Where the socket of a cluster goes: `/run` when root starts the server, else `/tmp`.
    static func path(for folder: ClusterFolder) -> String {
        let place = unsafe geteuid() == 0 && access("/run", W_OK) == 0 ? "/run" : "/tmp"
        return "\(place)/\(folder.name)"
    }

    /// Makes the folder, or checks that the one there is private to the server's user, and removes the socket
    /// of a server that was killed.
    ///
    /// - Precondition: no server of the cluster runs.
    static func prepare(_ path: String, owner: ServerAccount) throws(ClusterError) {
        if unsafe mkdir(path, 0o700) == 0 {
            if owner.isAnother, unsafe chown(path, owner.user, owner.group) != 0 {
                throw .file(path: path, action: "given to \(owner.name)", code: errno)
            }
            return
        }
        if errno != EEXIST { throw .file(path: path, action: "created", code: errno) }
        var information = stat()
        guard unsafe lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR,
            information.st_uid == owner.user, information.st_mode & 0o077 == 0
        else {
            throw .unsafeSocketFolder(path: path)
        }
        for name in [".s.PGSQL.5432", ".s.PGSQL.5432.lock"] { _ = unsafe unlink("\(path)/\(name)") }
    }

    /// Removes the folder of a server that stopped; one that is not empty stays.
    static func remove(_ path: String) {
        _ = unsafe rmdir(path)
    }
}
