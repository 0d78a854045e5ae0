import Glibc

/// The server's log: one file that never grows far beyond its limit, with its predecessor beside it.
struct ServerLog: Sendable {
    /// A larger log is moved to `server.log.1`.
    static let limit = 8_388_608

    let path: String

    /// Opens the log for a server to append to; it belongs to the server's user.
    func open(owner: ServerAccount) throws(ClusterError) -> Int32 {
        let descriptor = unsafe Glibc.open(
            path,
            O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW,
            0o600
        )
        if descriptor < 0 { throw .file(path: path, action: "opened", code: errno) }
        if geteuid() == 0 { fchown(descriptor, owner.user, owner.group) }
        return descriptor
    }

    /// Moves the log's contents away once it is too large.
    ///
    /// The server keeps the file open in append mode, so the file is emptied rather than renamed; what is
    /// written in between is lost.
    func trim(limit: Int = ServerLog.limit) {
        var information = stat()
        guard unsafe lstat(path, &information) == 0, information.st_size > limit else { return }
        let source = unsafe Glibc.open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard source >= 0 else { return }
        defer { close(source) }
        let older = path + ".1"
        _ = unsafe unlink(older)
        let target = unsafe Glibc.open(older, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if target >= 0 {
            defer { close(target) }
            // Twice the limit at most is kept: a server that writes faster than we look must not fill the disk.
            var left = min(Int(information.st_size), 2 * limit)
            while left > 0 {
                let copied = sendfile(target, source, nil, left)
                if copied <= 0 { break }
                left -= copied
            }
        }
        ftruncate(source, 0)
    }

    /// The log's last lines, for an error's text.
    func lastLines(_ count: Int = 10) -> String {
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        let size = Int(lseek(descriptor, 0, SEEK_END))
        guard let bytes = SmallFile.bytes(of: descriptor, from: max(0, size - 16_384)) else { return "" }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").suffix(count)
            .joined(separator: "\n")
    }
}
