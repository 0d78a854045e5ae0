import Glibc

/// The project's own files, for tests that use them as they ship.
package enum Checkout {
    /// The folder of the whole project.
    package static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    /// The bytes of a file, named from the project's folder.
    package static func read(_ path: String) throws -> [UInt8] {
        try bytes(of: "\(root)/\(path)")
    }

    /// The bytes of any file.
    package static func bytes(of path: String) throws -> [UInt8] {
        let file = unsafe fopen(path, "r")
        guard let file = unsafe file else { throw Missing(path: path) }
        defer { unsafe fclose(file) }
        var contents: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe fread(&chunk, 1, chunk.count, file)
            guard count > 0 else { return contents }
            contents += chunk[..<count]
        }
    }

    /// A file that is not there.
    package struct Missing: Error {
        let path: String
    }
}
