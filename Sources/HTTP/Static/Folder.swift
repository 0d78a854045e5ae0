import Glibc

/// How much a folder of static files may hold.
package struct FolderLimits: Sendable {
    /// Files in it and below.
    package var files = 4_096
    /// Bytes of all of them.
    package var bytes = 134_217_728
    /// Folders within folders.
    package var depth = 8

    /// The bounds that suit a site of our own.
    package init() {}
}

/// Why a folder cannot be served.
package enum StaticFilesError: Error {
    /// The system would not open or read it.
    case unreadable(path: String, errno: Int32)
    /// It holds more than it may.
    case tooMuch(path: String)
    /// A name that cannot stand in an address of ours: braces, a backslash, bytes that are not UTF-8.
    case unfitName(path: String)
}

/// Reads all files of a folder.
package enum Folder {
    /// A file below the folder.
    package struct File: Sendable {
        /// The names of the folders on the way, then its own.
        package let path: [String]
        /// What is in it.
        package let bytes: [UInt8]
    }

    /// Every file below the folder in the order of the paths; blocks.
    ///
    /// Names that begin with a dot, and symbolic links, are passed over.
    package static func read(
        _ folder: String,
        limits: FolderLimits = FolderLimits()
    ) throws(StaticFilesError) -> [File] {
        var files: [File] = []
        var room = limits.bytes
        try read(folder, below: [], limits, &room, &files)
        return files.sorted { $0.path.lexicographicallyPrecedes($1.path) }
    }

    private static func read(
        _ folder: String,
        below path: [String],
        _ limits: FolderLimits,
        _ room: inout Int,
        _ files: inout [File]
    ) throws(StaticFilesError) {
        guard path.count <= limits.depth else { throw .tooMuch(path: folder) }
        for name in try names(in: folder) where name.first != "." {
            let place = folder + "/" + name
            var facts = stat()
            guard unsafe lstat(place, &facts) == 0 else { throw .unreadable(path: place, errno: errno) }
            switch facts.st_mode & S_IFMT {
            case S_IFDIR:
                try read(place, below: path + [name], limits, &room, &files)
            case S_IFREG:
                guard !name.contains(where: { "{}\\".contains($0) }) else { throw .unfitName(path: place) }
                guard files.count < limits.files, facts.st_size <= room else { throw .tooMuch(path: place) }
                let bytes = try contents(of: place)
                room -= bytes.count
                files.append(File(path: path + [name], bytes: bytes))
            default:
                continue
            }
        }
    }

    private static func contents(of place: String) throws(StaticFilesError) -> [UInt8] {
        do {
            return try FileBody(opening: place).contents()
        } catch {
            switch error {
            case .unreadable(let errno): throw .unreadable(path: place, errno: errno)
            case .notAFile: throw .unreadable(path: place, errno: EINVAL)
            }
        }
    }

    private static func names(in folder: String) throws(StaticFilesError) -> [String] {
        guard let open = unsafe opendir(folder) else { throw .unreadable(path: folder, errno: errno) }
        defer { unsafe closedir(open) }
        var names: [String] = []
        while let entry = unsafe readdir(open) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let name else { throw .unfitName(path: folder) }
            names.append(name)
        }
        return names
    }
}
