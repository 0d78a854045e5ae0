import Glibc

/// Files of a few kilobytes, read and written whole.
enum SmallFile {
    /// More than this is never read: nothing the cluster reads is larger.
    private static let limit = 65_536

    /// The file's text, or `nil` where it cannot be read.
    static func text(_ path: String) -> String? {
        bytes(path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The file's first 64 kilobytes, or `nil` where it cannot be read.
    static func bytes(_ path: String) -> [UInt8]? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return bytes(of: descriptor, from: 0)
    }

    /// Up to 64 kilobytes of an open file from an offset on.
    static func bytes(of descriptor: Int32, from offset: Int) -> [UInt8]? {
        var failed = false
        let content = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            while count < limit {
                let start = unsafe buffer.baseAddress.map { unsafe $0 + count }
                let got = unsafe pread(descriptor, start, limit - count, off_t(offset + count))
                if got < 0 && errno == EINTR { continue }
                failed = got < 0
                if got <= 0 { break }
                count += got
            }
        }
        return failed ? nil : content
    }

    /// Puts a new file in the place of an old one in one step, readable by its owner only.
    static func replace(_ path: String, with text: String, owner: ServerAccount) throws(ClusterError) {
        let fresh = path + ".new"
        _ = unsafe unlink(fresh)
        let descriptor = unsafe open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if descriptor < 0 { throw .file(path: fresh, action: "created", code: errno) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        let written = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
        let owned = geteuid() != 0 || fchown(descriptor, owner.user, owner.group) == 0
        guard written == bytes.count, owned, fsync(descriptor) == 0, unsafe rename(fresh, path) == 0 else {
            throw .file(path: path, action: "written", code: errno)
        }
    }
}
