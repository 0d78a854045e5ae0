import Glibc
import Ledger
import Testing

@testable import emapa

struct MapFileTests {
    private static func map(_ count: Int = 5_000) throws -> KeptMap {
        KeptMap(position: try .sample(), bytes: (0..<count).map { UInt8(truncatingIfNeeded: $0 * 31) })
    }

    @Test(arguments: [0, 1, 31, 5_000, 300_000])
    func `a map is read as it was written`(count: Int) async throws {
        try await withFolder { folder in
            let file = MapFile(path: "\(folder)/map.snapshot")
            let map = try Self.map(count)
            let before = try file.read()
            #expect(before == nil)
            try file.write(Self.map(7))
            try file.write(map)
            let found = try file.read()
            #expect(found == map)
            var status = stat()
            #expect(unsafe lstat(file.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
            #expect(!FileContents.exists(file.path + ".new"))
        }
    }

    @Test func `a file that ends early, or late, is refused wherever it ends`() async throws {
        try await withFolder { folder in
            let file = MapFile(path: "\(folder)/map.snapshot")
            try file.write(Self.map(100))
            let whole = try FileContents.read(file.path)
            for length in whole.indices {
                try write(Array(whole[..<length]), to: file.path)
                #expect(throws: length < MapFileHead.byteCount ? MapFileRefused.notOurs : .wrongLength) {
                    try file.read()
                }
            }
            try write(whole + [0], to: file.path)
            #expect(throws: MapFileRefused.wrongLength) { try file.read() }
        }
    }

    @Test func `a file with any bit flipped is refused`() async throws {
        try await withFolder { folder in
            let file = MapFile(path: "\(folder)/map.snapshot")
            try file.write(Self.map(40))
            let whole = try FileContents.read(file.path)
            for bit in 0..<whole.count * 8 {
                var damaged = whole
                damaged[bit / 8] ^= 1 << UInt8(bit % 8)
                try write(damaged, to: file.path)
                #expect(throws: Self.refusal(ofBit: bit)) { try file.read() }
            }
        }
    }

    /// What is said when a bit is wrong, by its place.
    private static func refusal(ofBit bit: Int) -> MapFileRefused {
        switch bit / 8 {
        case ..<8: .notOurs
        case ..<12: .otherVersion(UInt64(MapFileHead.version) ^ 1 << UInt64(bit - 64))
        case ..<24: .wrongLength
        default: .damaged
        }
    }

    @Test func `another version's file is refused by its number`() async throws {
        try await withFolder { folder in
            let file = MapFile(path: "\(folder)/map.snapshot")
            try file.write(Self.map())
            var bytes = try FileContents.read(file.path)
            bytes[8] = 200
            try write(bytes, to: file.path)
            #expect(throws: MapFileRefused.otherVersion(200)) { try file.read() }
        }
    }

    @Test func `lengths are checked before anything is allocated`() async throws {
        try await withFolder { folder in
            let file = MapFile(path: "\(folder)/map.snapshot")
            try file.write(Self.map())
            let whole = try FileContents.read(file.path)
            for range in [12..<16, 16..<24] {
                var bytes = whole
                for index in range { bytes[index] = 0xFF }
                try write(bytes, to: file.path)
                #expect(throws: MapFileRefused.wrongLength) { try file.read() }
            }
        }
    }

    @Test func `a folder or a link in the file's place is no map`() async throws {
        try await withFolder { folder in
            let file = MapFile(path: "\(folder)/map.snapshot")
            unsafe mkdir(file.path, 0o700)
            #expect(throws: MapFileRefused.notOurs) { try file.read() }
            unsafe rmdir(file.path)
            unsafe symlink("/etc/passwd", file.path)
            #expect(throws: FileError.self) { try file.read() }
        }
    }

    @Test func `two instances do not write at once, and what a crash left is written over`() async throws {
        try await withFolder { folder in
            let file = MapFile(path: "\(folder)/map.snapshot")
            let map = try Self.map()
            do {
                let draft = try MapFileDraft(of: file.path)
                try draft.append([1, 2, 3])
                #expect(throws: FileError.self) { try file.write(map) }
            }
            #expect(FileContents.exists(file.path + ".new"))
            try file.write(map)
            let found = try file.read()
            #expect(found == map)
        }
    }

    @Test func `a folder that is not there is told`() {
        let file = MapFile(path: "/nowhere/map.snapshot")
        #expect(throws: FileError.self) { try file.write(Self.map()) }
    }
}
