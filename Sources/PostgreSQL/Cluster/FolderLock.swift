import Glibc

/// A lock on a file of the data folder, which the kernel frees when its holder ends, however it ends.
///
/// Locks belong to the open file, so two of them exclude each other even within one process.
struct FolderLock: ~Copyable {
    enum Kind {
        case shared
        case exclusive
    }

    let descriptor: Int32
    private let path: String
    private var freesAtEnd = true

    /// Opens the lock's file and takes no lock yet; the file belongs to the server's user, so that both it and
    /// root can come back to it.
    init(path: String, owner: ServerAccount) throws(ClusterError) {
        descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        self.path = path
        if descriptor < 0 { throw .file(path: path, action: "opened", code: errno) }
        if geteuid() == 0 { fchown(descriptor, owner.user, owner.group) }
    }

    deinit {
        // A process being started may hold a copy for a moment: closing alone would not free the lock.
        if freesAtEnd { flock(descriptor, LOCK_UN) }
        close(descriptor)
    }

    /// Takes the lock, or changes its kind, without waiting.
    ///
    /// A change that fails loses the lock held before.
    func take(_ kind: Kind) throws(ClusterError) -> Bool {
        let operation = (kind == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB
        while flock(descriptor, operation) != 0 {
            if errno == EWOULDBLOCK { return false }
            if errno != EINTR { throw .file(path: path, action: "locked", code: errno) }
        }
        return true
    }

    /// Gives the lock over to the processes that inherited the descriptor: it is free when the last has ended.
    consuming func handOver() {
        freesAtEnd = false
    }

    /// Writes this process's id into the file, for whoever finds the lock taken.
    func sign() throws(ClusterError) {
        let text = Array("\(getpid())\n".utf8)
        ftruncate(descriptor, 0)
        let written = unsafe text.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        if written != text.count { throw .file(path: path, action: "written", code: errno) }
    }

    /// The process id that the lock's holder wrote, if it has.
    func signature() -> Int32? {
        SmallFile.text(path).flatMap { Int32($0.prefix { $0 != "\n" }) }
    }
}
