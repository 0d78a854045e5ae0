import Glibc

/// A small file read whole, at start-up and by commands: it blocks its thread.
enum FileContents {
    /// Reads up to `limit` bytes; a longer file is an error.
    ///
    /// `refuse` sees each chunk as it comes and may end the reading with a reason, before more memory is taken.
    static func read(
        _ path: String,
        limit: Int = 64 << 20,
        refuse: (ArraySlice<UInt8>) -> String? = { _ in nil }
    ) throws(FileError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, reason: systemError()) }
        defer { close(descriptor) }
        var contents: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes {
                unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileError(path: path, reason: systemError()) }
            if count == 0 { return contents }
            guard contents.count + count <= limit else {
                throw FileError(path: path, reason: "is larger than \(limit) bytes")
            }
            contents.append(contentsOf: chunk[..<count])
            if let reason = refuse(chunk[..<count]) { throw FileError(path: path, reason: reason) }
        }
    }

    /// Whether something is there under this name.
    static func exists(_ path: String) -> Bool {
        unsafe access(path, F_OK) == 0
    }
}

/// A file that could not be read, and why.
struct FileError: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String { "\(path): \(reason)" }
}

/// What the last system call that failed complains of.
func systemError() -> String {
    let code = errno
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
}
