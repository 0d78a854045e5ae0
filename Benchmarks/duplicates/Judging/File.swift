import Glibc

/// Whole files of bytes.
enum File {
    static func read(_ path: String) throws -> [UInt8] {
        guard let file = unsafe fopen(path, "rb") else { throw Failure("\(path) cannot be opened") }
        defer { unsafe fclose(file) }
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = unsafe fread(&chunk, 1, chunk.count, file)
            result += chunk[..<count]
            if count == 0 { break }
        }
        guard unsafe ferror(file) == 0 else { throw Failure("\(path) cannot be read") }
        return result
    }

}

/// Why a measurement cannot be had.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
