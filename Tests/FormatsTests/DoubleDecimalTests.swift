import Formats
import TestSupport
import Testing

struct DoubleDecimalTests {
    @Test(arguments: [
        "", "-", ".", "1.", ".5", "-.5", "1e3", "0x1", "nan", "inf", "+1", " 1", "1 ", "1,5", "1.2.3", "١",
        "--1", "1-",
        "123456789012345678901234567890123",
    ])
    func `what is no plain decimal is refused`(text: String) {
        #expect(Double(decimal: text) == nil)
    }

    @Test(arguments: [
        "0", "-0", "19.9373", "-180", "00.50", "50.0617000", "12345678901234567890.123456789012",
    ])
    func `a plain decimal is read as Swift itself reads it`(text: String) {
        #expect(Double(decimal: text)?.bitPattern == Double(text)?.bitPattern)
    }

    @Test func `every length of digits is read to the last bit`() {
        var random = SeededGenerator(21)
        for _ in 0..<20_000 {
            let whole = UInt64.random(
                in: 0...UInt64.max >> UInt64.random(in: 0...60, using: &random),
                using: &random
            )
            let decimals = String(UInt64.random(in: 0...UInt64.max, using: &random)).prefix(
                Int.random(in: 1...12, using: &random)
            )
            let text = "\(Bool.random(using: &random) ? "-" : "")\(whole).\(decimals)"
            #expect(Double(decimal: text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
        }
    }
}
