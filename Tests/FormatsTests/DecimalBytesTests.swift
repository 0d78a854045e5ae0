import TestSupport
import Testing

@testable import Formats

@Suite struct DecimalBytesTests {
    @Test(arguments: [0, 7, -7, 10, 999, -1_000, 9_007_199_254_740_993, Int64.max, Int64.min])
    func `an integer is printed with all its digits`(_ value: Int64) {
        #expect(printed { $0.appendDecimal(value) } == String(value))
    }

    @Test func `the largest unsigned integer fits`() {
        #expect(printed { $0.appendDecimal(UInt64.max) } == "18446744073709551615")
    }

    @Test(
        arguments: [
            (19_938_333, "19.938333"),
            (50_061_430, "50.06143"),
            (-500_000, "-0.5"),
            (1, "0.000001"),
            (-1, "-0.000001"),
            (20_000_000, "20"),
            (100_100, "0.1001"),
            (0, "0"),
            (Int32.max, "2147.483647"),
            (Int32.min, "-2147.483648"),
        ] as [(Int32, String)]
    )
    func `microdegrees are degrees without trailing zeros`(_ micros: Int32, _ text: String) {
        #expect(printed { $0.appendMicrodegrees(micros) } == text)
    }

    @Test(
        arguments: [
            (0, "0"),
            (-0.0, "-0.0"),
            (5, "5"),
            (-180, "-180"),
            (0.1, "0.1"),
            (1e-7, "1e-07"),
            (0x1p53, "9007199254740992"),
            (1e300, "1e+300"),
            (Double.leastNonzeroMagnitude, "5e-324"),
        ] as [(Double, String)]
    )
    func `a number is short`(_ value: Double, _ text: String) {
        #expect(printed { $0.appendNumber(value) } == text)
    }

    @Test func `any finite number reads back as itself`() {
        var random = SeededGenerator(8_311)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            #expect(Double(printed { $0.appendNumber(value) })?.bitPattern == value.bitPattern)
        }
    }

    private func printed(_ append: (inout [UInt8]) -> Void) -> String {
        var bytes: [UInt8] = []
        append(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
