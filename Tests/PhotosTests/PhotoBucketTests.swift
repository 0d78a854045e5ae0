import HTTPClient
import TestSupport
import Testing

@testable import Photos

@Suite(.timeLimit(.minutes(2)), .enabled(if: TestBucket.isInstalled))
struct PhotoBucketTests {
    private func bucket(_ access: TestBucket.Access, key: String? = nil, secret: String? = nil) throws
        -> PhotoBucket
    {
        PhotoBucket(
            try #require(ServiceAddress(access.address)),
            signing: try #require(
                RequestSigning(
                    service: "s3",
                    region: access.region,
                    key: key ?? access.key,
                    secret: secret ?? access.secret
                )
            )
        )
    }

    @Test func `it keeps, gives back, replaces and removes, each request signed`() async throws {
        try await TestBucket.run { access in
            let store = try bucket(access)
            defer { store.close() }
            try await StoreExpectations.check(store)
            // Larger than what libcurl sends without asking first.
            let photo = StoreExpectations.photo("large")
            let large = [UInt8](repeating: 0xA5, count: 3 << 20)
            try await store.put(photo, [PhotoVariant(PhotoVariantName(.large, .jpeg), large)])
            guard case .bytes(let bytes) = try await store.content(of: photo, PhotoVariantName(.large, .jpeg))
            else {
                return #expect(Bool(false), "nothing came back")
            }
            #expect(bytes == large)
        }
    }

    @Test func `a wrong key or secret is refused`() async throws {
        try await TestBucket.run { access in
            let photo = StoreExpectations.photo("a")
            let refused = PhotoStoreError.unavailable(reason: "the bucket answered 403")
            for store in [try bucket(access, secret: "wrong"), try bucket(access, key: "unknown")] {
                await #expect(throws: refused) { try await store.put(photo, StoreExpectations.variants("x")) }
                await #expect(throws: refused) { try await store.remove(photo) }
                await #expect(throws: refused) {
                    _ = try await store.content(of: photo, .init(.small, .webp))
                }
                store.close()
            }
        }
    }

    @Test func `a bucket that is away is unavailable`() async throws {
        let access = TestBucket.Access(address: "http://127.0.0.1:1/photos", key: "k", secret: "s")
        let store = try bucket(access)
        await #expect(throws: PhotoStoreError.self) { try await store.remove(StoreExpectations.photo("a")) }
    }

    @Test func `what prints a signing shows neither key nor secret`() throws {
        let signing = try #require(
            RequestSigning(service: "s3", region: "r", key: "KEY-1", secret: "SECRET-1")
        )
        var dumped = ""
        dump(signing, to: &dumped)
        for text in ["\(signing)", String(reflecting: signing), "\([signing])", dumped] {
            #expect(!text.contains("KEY-1") && !text.contains("SECRET-1"))
        }
    }

    @Test(arguments: [
        ("", "k", "s"), ("EU", "k", "s"), ("r", "", "s"), ("r", "a/b", "s"), ("r", "k", "a\nb"),
    ])
    func `what cannot stand in a signature is refused`(region: String, key: String, secret: String) {
        #expect(RequestSigning(service: "s3", region: region, key: key, secret: secret) == nil)
    }
}
