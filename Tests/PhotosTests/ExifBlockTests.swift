import Geography
import TestSupport
import Testing

@testable import Photos

struct ExifBlockTests {
    @Test(arguments: [false, true])
    func `a place in degrees, minutes and seconds is found in both byte orders`(isBigEndian: Bool) {
        let maker = ExifMaker.krakow(isBigEndian: isBigEndian)
        let expected = Coordinate(longitude: 19.9373, latitude: 50.0617)
        #expect(ExifBlock(maker.block).place == expected)
        #expect(ExifBlock(maker.tiff).place == expected)
        #expect(ExifBlock([0, 0, 0, 6] + maker.block).place == expected)
    }

    @Test func `south and west are negative`() {
        var maker = ExifMaker.krakow()
        maker.position[0] = ExifMaker.text(1, "S")
        maker.position[2] = ExifMaker.text(3, "W")
        #expect(ExifBlock(maker.block).place == Coordinate(longitude: -19.9373, latitude: -50.0617))
    }

    /// Each changes one thing of a good block.
    private static let spoilt: [(String, @Sendable (inout ExifMaker) -> Void)] = [
        ("no half of the globe", { $0.position.remove(at: 0) }),
        ("an unknown half", { $0.position[0] = ExifMaker.text(1, "X") }),
        ("a division by zero", { $0.position[1] = $0.fractions(2, [(50, 0), (3, 1), (4, 1)]) }),
        ("two numbers", { $0.position[1] = $0.fractions(2, [(50, 1), (3, 1)]) }),
        ("sixty minutes", { $0.position[1] = $0.fractions(2, [(50, 1), (60, 1), (0, 1)]) }),
        ("beyond the pole", { $0.position[1] = $0.fractions(2, [(91, 1), (0, 1), (0, 1)]) }),
        ("beyond any number", { $0.position[1] = $0.fractions(2, [(.max, 1), (0, 1), (0, 1)]) }),
        ("whole numbers", { $0.position[1].type = 4 }),
        ("four billion numbers", { $0.position[1].count = .max }),
        (
            "zeros, as cameras without a fix write",
            {
                $0.position[1] = $0.fractions(2, [(0, 1), (0, 1), (0, 1)])
                $0.position[3] = $0.fractions(4, [(0, 1), (0, 1), (0, 1)])
            }
        ),
    ]

    @Test(arguments: spoilt.indices)
    func `a malformed place is none`(index: Int) {
        var maker = ExifMaker.krakow()
        Self.spoilt[index].1(&maker)
        #expect(ExifBlock(maker.block).place == nil, "\(Self.spoilt[index].0)")
    }

    @Test func `a block that is cut off anywhere never traps`() {
        let block = ExifMaker.krakow().block
        for length in block.indices { _ = ExifBlock(Array(block[..<length])) }
    }

    @Test func `damage never traps`() {
        let block = ExifMaker.krakow().block
        var random = SeededGenerator(3)
        for _ in 0..<20_000 {
            var damaged = block
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                damaged[Int.random(in: damaged.indices, using: &random)] = .random(
                    in: .min ... .max,
                    using: &random
                )
            }
            _ = ExifBlock(damaged)
        }
    }

    @Test(arguments: [(0, 1), (1, 1), (6, 6), (8, 8), (9, 1), (65_535, 1)] as [(UInt16, Int)])
    func `an orientation is one of eight, or upright`(written: UInt16, read: Int) {
        var maker = ExifMaker()
        maker.main = [maker.short(0x0112, written)]
        #expect(ExifBlock(maker.block).orientation == read)
    }
}
