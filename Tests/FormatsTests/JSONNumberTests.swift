import TestSupport
import Testing

@testable import Formats

@Suite struct JSONNumberTests {
    @Test(
        arguments: [
            ("0", 0),
            ("-1", -1),
            ("9223372036854775807", .max),
            ("-9223372036854775808", .min),
            ("1.0", 1),
            ("1e2", 100),
            ("-0", 0),
            ("12.5e1", 125),
            ("1.5", nil),
            ("9223372036854775808", nil),
            ("1e300", nil),
        ] as [(String, Int64?)]
    )
    func `a whole number is an exact integer`(_ text: String, _ integer: Int64?) throws {
        #expect(try number(text).integer == integer)
    }

    @Test(arguments: [
        "0.1", "-0.0", "19.938333", "50.061430", "1e-7", "1E+22", "1e23", "123456789012345678901234567890",
        "2.2250738585072014e-308", "4.9e-324", "1e-400", "1.7976931348623157e308", "0.30000000000000004",
        "9007199254740993.0", "8.5e-1", "0e1000",
    ])
    func `a number is the nearest double`(_ text: String) throws {
        let expected = try #require(Double(text))
        #expect(try number(text).double.bitPattern == expected.bitPattern)
    }

    @Test(arguments: ["1e309", "-1e309", "1e99999999999999999999"])
    func `a number that no double holds is an error`(_ text: String) {
        let error = #expect(throws: JSONSyntaxError.self) { try number(text) }
        #expect(error?.fault == .numberOutOfRange)
    }

    @Test func `a number of many digits is an error`() {
        let error = #expect(throws: JSONSyntaxError.self) {
            try number("0." + String(repeating: "3", count: 511))
        }
        #expect(error?.fault == .numberOutOfRange)
    }

    @Test(arguments: ["-", "01", "-01", "1.", "1.e1", "1e", "1e+", "-x"])
    func `an ill-formed number is refused at its start`(_ text: String) {
        let error = #expect(throws: JSONSyntaxError.self) { try number(text) }
        #expect(error?.fault == .badNumber)
        #expect(error?.offset == 0)
    }

    @Test func `random decimals are read as the library reads them`() throws {
        var random = SeededGenerator(2_178)
        for _ in 0..<20_000 {
            let digits = Int64.random(in: -99_999_999_999_999_999...99_999_999_999_999_999, using: &random)
            let shift = Int.random(in: 0...16, using: &random)
            let text = "\(digits >> Int64(shift)).\(shift * 977)e\(Int.random(in: -30...30, using: &random))"
            let expected = try #require(Double(text))
            #expect(try number(text).double.bitPattern == expected.bitPattern, "\(text)")
        }
    }

    @Test func `infinities are not JSON numbers`() {
        #expect(JSONNumber(.infinity) == nil)
        #expect(JSONNumber(.nan) == nil)
    }

    private func number(_ text: String) throws -> JSONNumber {
        try #require(try JSON.parse(Array(text.utf8)).numberValue)
    }
}
