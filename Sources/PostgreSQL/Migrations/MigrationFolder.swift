import Glibc

/// Reads the numbered files of a folder.
enum MigrationFolder {
    /// No migration is near this many bytes.
    private static let largest = 4 << 20

    static func read(_ folder: String) throws(MigrationError) -> [Migration] {
        var migrations: [Migration] = []
        for name in try names(in: folder) where name.hasSuffix(".sql") {
            let script = try bytes(of: "\(folder)/\(name)")
            guard let migration = Migration(name: name, script: script) else { throw .misnamed(name) }
            migrations.append(migration)
        }
        migrations.sort { ($0.number, $0.name) < ($1.number, $1.name) }
        for (first, second) in zip(migrations, migrations.dropFirst()) where first.number == second.number {
            throw .sameNumber(first.name, second.name)
        }
        return migrations
    }

    private static func names(in folder: String) throws(MigrationError) -> [String] {
        guard let directory = unsafe opendir(folder) else { throw .unreadable(path: folder) }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { start in
                unsafe start.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            names.append(name)
        }
        return names
    }

    private static func bytes(of path: String) throws(MigrationError) -> [UInt8] {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .unreadable(path: path) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe Glibc.read(file, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0, bytes.count + count <= largest else { throw .unreadable(path: path) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }
}
