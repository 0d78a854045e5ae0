import Glibc

/// The few things that a folder of photos does with files; all of them block.
enum FolderFiles {
    /// Makes a folder, and those above it; one that is there already is as good.
    ///
    /// Those above are open to passers-by: the data folder may be among them, where others have things of their own.
    static func make(_ path: String, mode: mode_t = 0o750) throws(PhotoStoreError) {
        guard unsafe mkdir(path, mode) != 0, errno != EEXIST else { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
            throw .failed(errno)
        }
        try make(String(path[..<slash]), mode: 0o711)
        guard unsafe mkdir(path, mode) == 0 || errno == EEXIST else { throw .failed(errno) }
    }

    /// Writes a file whole and durably, or not at all; its folder has to be synced afterwards.
    static func write(_ bytes: [UInt8], to name: String, in folder: String) throws(PhotoStoreError) {
        let draft = "\(folder)/.\(name).\(String(UInt64.random(in: .min ... .max), radix: 36))"
        let file = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard file >= 0 else { throw .failed(errno) }
        do throws(PhotoStoreError) {
            defer { close(file) }
            try fill(file, with: bytes)
            guard fsync(file) == 0 else { throw .failed(errno) }
            guard unsafe rename(draft, "\(folder)/\(name)") == 0 else { throw .failed(errno) }
        } catch {
            unsafe unlink(draft)
            throw error
        }
    }

    /// Makes a folder's list of names durable.
    static func sync(_ folder: String) throws(PhotoStoreError) {
        let file = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw .failed(errno) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw .failed(errno) }
    }

    /// Removes a folder of files; one that isn't there is no error.
    static func removeAll(_ path: String) throws(PhotoStoreError) {
        guard let names = unsafe opendir(path) else {
            guard errno == ENOENT else { throw .failed(errno) }
            return
        }
        defer { unsafe closedir(names) }
        while let entry = unsafe readdir(names) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                unsafe String(cString: UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
            }
            guard name != ".", name != ".." else { continue }
            guard unsafe unlink("\(path)/\(name)") == 0 || errno == ENOENT else { throw .failed(errno) }
        }
        guard unsafe rmdir(path) == 0 || errno == ENOENT else { throw .failed(errno) }
    }

    private static func fill(_ file: Int32, with bytes: [UInt8]) throws(PhotoStoreError) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(
                    file,
                    buffer.baseAddress.map { unsafe $0 + written },
                    buffer.count - written
                )
            }
            guard count >= 0 || errno == EINTR else { throw .failed(errno) }
            written += max(0, count)
        }
    }
}

extension PhotoStoreError {
    /// What the system says, in its own words.
    static func failed(_ code: Int32) -> PhotoStoreError {
        .unavailable(reason: unsafe String(cString: strerror(code)))
    }
}
