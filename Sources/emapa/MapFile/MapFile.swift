import Glibc
import Ledger

/// A map as it was saved: how far it had come, and its own bytes.
struct KeptMap: Sendable, Equatable {
    let position: MapPosition
    let bytes: [UInt8]
}

/// The file in which an instance keeps its map from one run to the next.
///
/// Reading and writing block for the time of the disk.
struct MapFile: Sendable {
    let path: String

    /// Reads the file; nil where there is none.
    ///
    /// - Throws: `MapFileRefused` when it is none that can be used, `FileError` when it cannot be read.
    func read() throws -> KeptMap? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw failure()
        }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw failure() }
        guard status.st_mode & S_IFMT == S_IFREG else { throw MapFileRefused.notOurs }
        let head = try MapFileHead(
            bytes(of: descriptor, MapFileHead.byteCount),
            fileLength: Int(status.st_size)
        )
        let position = try bytes(of: descriptor, head.positionLength)
        let map = try bytes(of: descriptor, head.mapLength)
        guard position.count == head.positionLength, map.count == head.mapLength else {
            throw MapFileRefused.wrongLength
        }
        guard head.matches(position: position, map: map),
            let place = MapPosition(parsing: String(decoding: position, as: UTF8.self))
        else { throw MapFileRefused.damaged }
        return KeptMap(position: place, bytes: map)
    }

    /// Puts the map in the place of the one before, whole and durably, or not at all.
    func write(_ map: KeptMap) throws(FileError) {
        let draft = try MapFileDraft(of: path)
        let position = Array(map.position.description.utf8)
        let head = MapFileHead(position: position, map: map.bytes)
        for part in [head.bytes, position, map.bytes] { try draft.append(part) }
        try draft.finish()
    }

    /// The next bytes; fewer at the end of the file.
    private func bytes(of descriptor: Int32, _ count: Int) throws(FileError) -> [UInt8] {
        var failed = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let base = buffer.baseAddress {
                let got = unsafe Glibc.read(descriptor, base + filled, count - filled)
                if got < 0, errno == EINTR { continue }
                failed = got < 0
                if got <= 0 { break }
                filled += got
            }
        }
        guard !failed else { throw failure() }
        return bytes
    }

    private func failure() -> FileError {
        FileError(path: path, reason: systemError())
    }
}
