/// What a picture looks like, in 64 bits: pictures that look alike differ in few of them (a difference hash).
///
/// The picture is squeezed to 9 by 8 grey pixels; each bit says whether a pixel is brighter than its right neighbour,
/// row by row, the first in the highest bit. Resizing and compressing move few bits (0 to 4 in our tests), while two
/// unrelated pictures differ in about 32.
package struct PhotoLikeness: Hashable, Sendable {
    static let width = 9
    static let height = 8

    /// The bits.
    package let bits: UInt64

    /// Takes bits that were kept.
    package init(bits: UInt64) {
        self.bits = bits
    }

    /// Compares the 72 grey pixels, given row by row; nil if there are not so many.
    package init?(grey: [UInt8]) {
        guard grey.count == PhotoLikeness.width * PhotoLikeness.height else { return nil }
        var bits: UInt64 = 0
        for row in 0..<PhotoLikeness.height {
            for column in 0..<PhotoLikeness.width - 1 {
                let index = row * PhotoLikeness.width + column
                bits = bits << 1 | (grey[index] > grey[index + 1] ? 1 : 0)
            }
        }
        self.bits = bits
    }

    /// In how many bits the two differ: 0 is the same, 10 or less looks alike, 32 is unrelated.
    package func distance(to other: PhotoLikeness) -> Int {
        (bits ^ other.bits).nonzeroBitCount
    }
}
