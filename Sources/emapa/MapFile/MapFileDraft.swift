import Glibc

/// A file that is being written beside the one whose place it will take, for its owner's eyes only.
///
/// It has one name and is locked, so that instances with one folder do not write into each other's, and one that was
/// left by a crash is written over.
struct MapFileDraft: ~Copyable {
    private let path: String
    private let draft: String
    private let descriptor: Int32

    /// Begins an empty draft; throws when another instance is writing one.
    init(of path: String) throws(FileError) {
        let draft = path + ".new"
        let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw FileError(path: draft, reason: systemError()) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, MapFileDraft.isNamed(draft, descriptor) else {
            close(descriptor)
            throw FileError(path: draft, reason: "another instance is writing it")
        }
        guard ftruncate(descriptor, 0) == 0, fchmod(descriptor, 0o600) == 0 else {
            let reason = systemError()
            close(descriptor)
            throw FileError(path: draft, reason: reason)
        }
        self.path = path
        self.draft = draft
        self.descriptor = descriptor
    }

    deinit {
        // Frees the lock, too.
        close(descriptor)
    }

    /// Writes more bytes to its end.
    func append(_ bytes: [UInt8]) throws(FileError) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe write(
                    descriptor,
                    buffer.baseAddress.map { unsafe $0 + written },
                    buffer.count - written
                )
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure() }
            written += count
        }
    }

    /// Makes it durable, and gives it the name that it was written for.
    func finish() throws(FileError) {
        guard fsync(descriptor) == 0, unsafe rename(draft, path) == 0 else { throw failure() }
        let parent = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let folder = unsafe open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw FileError(path: parent, reason: systemError()) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw FileError(path: parent, reason: systemError()) }
    }

    /// What went wrong before it had its name; if it filled the disk, it does so no longer.
    private func failure() -> FileError {
        let reason = systemError()
        ftruncate(descriptor, 0)
        return FileError(path: draft, reason: reason)
    }

    /// Whether the name still stands for the open file, and not for another's that took its place meanwhile.
    private static func isNamed(_ path: String, _ descriptor: Int32) -> Bool {
        var named = stat()
        var held = stat()
        return unsafe lstat(path, &named) == 0 && fstat(descriptor, &held) == 0
            && named.st_ino == held.st_ino && named.st_dev == held.st_dev
    }
}
