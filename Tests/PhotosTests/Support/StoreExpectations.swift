import HTTP
import Reports
import Testing

@testable import Photos

/// What holds for every store.
enum StoreExpectations {
    static func photo(_ text: String, edition: UInt64 = 1) -> StoredPhoto {
        StoredPhoto(PhotoIdentifier(of: Array(text.utf8)), edition: edition)
    }

    static func variants(_ mark: String) -> [PhotoVariant] {
        PhotoVariantName.all.map { PhotoVariant($0, Array("\(mark) \($0.fileName)".utf8)) }
    }

    static func bytes(_ store: any PhotoStore, _ photo: StoredPhoto, _ name: PhotoVariantName) async throws
        -> String?
    {
        switch try await store.content(of: photo, name) {
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        case .file(let file):
            String(decoding: try await ResponseBody.file(file).collect(limit: 9_999), as: UTF8.self)
        case nil: nil
        }
    }

    /// Keeps, gives back, replaces and removes; two editions never touch each other.
    static func check(_ store: any PhotoStore) async throws {
        let (first, second) = (photo("a", edition: 1), photo("a", edition: .max))
        for name in PhotoVariantName.all {
            let nothing = try await bytes(store, first, name)
            #expect(nothing == nil)
        }
        try await store.remove(first)
        try await store.put(first, variants("one"))
        try await store.put(second, variants("two"))
        try await store.put(first, variants("again"))
        for name in PhotoVariantName.all {
            let (one, two) = (try await bytes(store, first, name), try await bytes(store, second, name))
            #expect(one == "again \(name.fileName)")
            #expect(two == "two \(name.fileName)")
        }
        try await store.remove(first)
        try await store.remove(first)
        let (gone, kept) = (
            try await bytes(store, first, .init(.small, .webp)),
            try await bytes(store, second, .init(.small, .webp))
        )
        #expect(gone == nil)
        #expect(kept == "two 320.webp")
    }
}
