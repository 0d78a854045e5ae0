import Glibc

/// An open file, or a part of one, that the kernel sends without passing it through our memory.
///
/// Whoever opens it chooses the path; nothing here takes a path out of a request. The descriptor closes with
/// the last reference.
package final class FileBody: Sendable {
    /// How many bytes are sent.
    package let count: Int
    /// Where the first of them lies in the file.
    package let offset: Int
    private let descriptor: Int32

    /// Opens a regular file for reading; blocks for the time of two system calls.
    package init(opening path: String) throws(FileBodyError) {
        let opened = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard opened >= 0 else { throw .unreadable(errno: errno) }
        var facts = stat()
        guard unsafe fstat(opened, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            close(opened)
            throw .notAFile
        }
        descriptor = opened
        count = Int(facts.st_size)
        offset = 0
    }

    deinit {
        close(descriptor)
    }

    /// A descriptor of its own for whoever sends the file, who must close it; nil if there are none left.
    func duplicate() -> Int32? {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        return copy >= 0 ? copy : nil
    }

    /// Reads the whole of it into memory; blocks.
    package func contents() throws(FileBodyError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let part = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe pread(
                    descriptor,
                    buffer.baseAddress.map { unsafe $0 + filled },
                    count - filled,
                    offset + filled
                )
            }
            guard part > 0 else { throw .unreadable(errno: errno) }
            filled += part
        }
        return bytes
    }
}

/// Why a file cannot be sent.
package enum FileBodyError: Error {
    /// The system would not open or read it.
    case unreadable(errno: Int32)
    /// It is a folder, a device or something else that has no end.
    case notAFile
}
