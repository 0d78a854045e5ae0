import Testing

@testable import Photos

struct PhotoLikenessTests {
    @Test func `each bit says whether a pixel is brighter than its right neighbour`() throws {
        var grey = [UInt8](repeating: 10, count: 72)
        grey[0] = 11
        grey[70] = 11
        let likeness = try #require(PhotoLikeness(grey: grey))
        #expect(likeness.bits == 0x8000_0000_0000_0001)
    }

    @Test func `other than 72 pixels make no likeness`() {
        #expect(PhotoLikeness(grey: []) == nil)
        #expect(PhotoLikeness(grey: [UInt8](repeating: 0, count: 73)) == nil)
    }

    @Test func `the distance counts the bits that differ`() {
        #expect(PhotoLikeness(bits: 0b1011).distance(to: PhotoLikeness(bits: 0b0001)) == 2)
        #expect(PhotoLikeness(bits: 0).distance(to: PhotoLikeness(bits: .max)) == 64)
    }
}
