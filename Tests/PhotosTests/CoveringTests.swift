import HTTP
import Reports
import TestSupport
import Testing

@testable import Photos

/// What is covered is gone from every file, and what is not covered stays as it was.
@Suite(.timeLimit(.minutes(2))) struct CoveringTests {
    private let darkroom = Darkroom(workers: 1, queueCapacity: 64)

    private static func box(_ left: Int, _ top: Int, _ width: Int, _ height: Int) throws -> CoverBox {
        try #require(CoverBox(left: left, top: top, width: width, height: height))
    }

    /// The largest JPEG of a fixture, as a store has it.
    private func original(_ name: String) async throws -> [UInt8] {
        let photo = try await darkroom.develop(try TestPicture.named(name))
        return try #require(photo.variants.first { $0.name == PhotoVariantName(.large, .jpeg) }).bytes
    }

    /// The 9 by 8 grey pixels to which a file is squeezed.
    private static func grey(_ bytes: [UInt8]) throws -> [UInt8] {
        let picture = Picture(
            decoding: bytes,
            edge: 2_048,
            orientation: 1,
            heedingProfile: false,
            within: .seconds(5)
        )
        let grey = picture?.grey()
        return try #require(grey)
    }

    @Test(arguments: ["quarters.jpg", "quarters-grey.jpg", "scene0.jpg"])
    func `the covered half is black in every size and encoding, and the other as it was`(name: String)
        async throws
    {
        let original = try await original(name)
        let before = try Self.grey(original)
        let half = try Self.box(0, 0, 5_000, 10_000)
        let variants = try await darkroom.cover(.bytes(original), with: [half])
        #expect(variants.map(\.name) == PhotoVariantName.all)
        for variant in variants {
            let after = try Self.grey(variant.bytes)
            for row in 0..<8 {
                for column in 0..<9 {
                    let (old, new) = (before[row * 9 + column], after[row * 9 + column])
                    if column < 4 {
                        #expect(new <= 8, "\(variant.name) \(column) \(row)")
                    } else if column > 4 {
                        #expect(abs(Int(old) - Int(new)) <= 16, "\(variant.name) \(column) \(row)")
                    }
                }
            }
        }
    }

    @Test func `what lay under the boxes makes no difference to any byte`() async throws {
        let boxes = [try Self.box(0, 0, 10_000, 10_000)]
        let one = try await darkroom.cover(.bytes(try await original("quarters.jpg")), with: boxes)
        let other = try await darkroom.cover(.bytes(try await original("progressive.jpg")), with: boxes)
        #expect(one.map(\.bytes) == other.map(\.bytes))
    }

    @Test func `the smallest box covers a pixel, and twenty cover what they should`() async throws {
        let original = try await original("quarters.jpg")
        let grain = try await darkroom.cover(.bytes(original), with: [try Self.box(9_999, 9_999, 1, 1)])
        #expect(grain.count == PhotoVariantName.all.count)
        let stripes = try (0..<20).map { try Self.box($0 * 500, 0, 500, 10_000) }
        let all = try await darkroom.cover(.bytes(original), with: stripes)
        for variant in all { #expect(try Self.grey(variant.bytes).allSatisfy { $0 <= 8 }) }
    }

    @Test func `a file that is no picture is refused`() async throws {
        let box = try Self.box(0, 0, 1, 1)
        for bytes in [[], Array("<svg/>".utf8), [0xFF, 0xD8, 0xFF]] as [[UInt8]] {
            await #expect(throws: PhotoRefused.unreadable) {
                try await darkroom.cover(.bytes(bytes), with: [box])
            }
        }
    }

    @Test func `a box has an area and lies within the picture`() {
        for (left, top, width, height) in [
            (0, 0, 0, 1), (0, 0, 1, 0), (-1, 0, 1, 1), (0, -1, 1, 1), (0, 0, 10_001, 1), (1, 0, 10_000, 1),
            (0, 9_999, 1, 2), (.max, 0, .max, 1), (0, .min, 1, .max), (10_000, 0, 1, 1),
        ] {
            #expect(CoverBox(left: left, top: top, width: width, height: height) == nil)
        }
        #expect(CoverBox(left: 0, top: 0, width: 10_000, height: 10_000) != nil)
    }
}
