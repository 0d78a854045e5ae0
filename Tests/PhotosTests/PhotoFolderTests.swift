import Foundation
import Reports
import TestSupport
import Testing

@testable import Photos

@Suite(.timeLimit(.minutes(1))) struct PhotoFolderTests {
    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "emapa-photos-\(UUID().uuidString)"
        ).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(folder)
    }

    @Test func `it keeps, gives back, replaces and removes`() async throws {
        try await withFolder { try await StoreExpectations.check(try PhotoFolder("\($0)/deep/below")) }
    }

    @Test func `it is closed to others, and the folder above it lets them pass`() async throws {
        try await withFolder { folder in
            _ = try PhotoFolder("\(folder)/photos")
            func mode(_ path: String) throws -> Int? {
                try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            }
            // The database's own user has to reach what lies beside the photos.
            let (above, own) = (try mode(folder), try mode("\(folder)/photos"))
            #expect(above.map { $0 & 0o001 } == 0o001)
            #expect(own.map { $0 & 0o007 } == 0)
        }
    }

    @Test func `a file's path is made of the identifier's digits alone`() {
        let photo = StoreExpectations.photo("abc", edition: 0xAB)
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(photo.folder == "ba/78/\(digest)-00000000000000ab")
    }

    @Test func `no draft stays behind, and a draft of a crash is removed with the photo`() async throws {
        try await withFolder { folder in
            let store = try PhotoFolder(folder)
            let photo = StoreExpectations.photo("a")
            try await store.put(photo, StoreExpectations.variants("x"))
            let path = "\(folder)/\(photo.folder)"
            let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
            #expect(names == PhotoVariantName.all.map(\.fileName).sorted())
            #expect(FileManager.default.createFile(atPath: "\(path)/.320.webp.draft", contents: Data()))
            try await store.remove(photo)
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func `a symbolic link in place of a file is not followed`() async throws {
        try await withFolder { folder in
            let store = try PhotoFolder(folder)
            let photo = StoreExpectations.photo("a")
            let path = "\(folder)/\(photo.folder)"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: "\(path)/320.webp",
                withDestinationPath: "/etc/hostname"
            )
            await #expect(throws: PhotoStoreError.self) {
                _ = try await store.content(of: photo, PhotoVariantName(.small, .webp))
            }
        }
    }

    @Test func `a folder that cannot be made is refused at the start`() {
        #expect(throws: PhotoStoreError.self) { try PhotoFolder("/proc/nowhere") }
        #expect(throws: PhotoStoreError.self) { try PhotoFolder("/etc/hostname/below") }
    }

    @Test func `many at once keep whole files`() async throws {
        try await withFolder { folder in
            let store = try PhotoFolder(folder)
            let photo = StoreExpectations.photo("a")
            try await withThrowingTaskGroup { group in
                for _ in 0..<20 {
                    group.addTask { try await store.put(photo, StoreExpectations.variants("x")) }
                }
                try await group.waitForAll()
            }
            let content = try await StoreExpectations.bytes(store, photo, PhotoVariantName(.large, .jpeg))
            #expect(content == "x 2048.jpg")
        }
    }
}
