extension JSONParser {
    private static let longestNumber = 512
    private static let exactPowers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
        1e19, 1e20, 1e21, 1e22,
    ]

    /// Reads a number (RFC 8259 §6): an exact integer up to 64 bits, else the nearest double.
    mutating func number() throws(JSONFault) -> JSONNumber {
        let start = position
        let isNegative = take(UInt8(ascii: "-"))
        var mantissa = Mantissa()
        let leadingZero = next == UInt8(ascii: "0")
        let wholeDigits = digits(into: &mantissa)
        guard wholeDigits > 0, !leadingZero || wholeDigits == 1 else { throw fault(.badNumber, at: start) }

        var fractionDigits = 0
        var exponent: Int? = 0
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            fractionDigits = digits(into: &mantissa)
            guard fractionDigits > 0 else { throw fault(.badNumber, at: start) }
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            exponent = try self.exponent(of: start)
        }
        guard position - start <= Self.longestNumber else { throw fault(.numberOutOfRange, at: start) }

        if isWhole, let integer = mantissa.integer(isNegative: isNegative) { return JSONNumber(integer) }
        let exact = exponent.flatMap { mantissa.double(isNegative: isNegative, scale: $0 - fractionDigits) }
        let double = exact ?? Double(String(decoding: bytes[start..<position], as: UTF8.self))
        guard let double, let number = JSONNumber(double) else { throw fault(.numberOutOfRange, at: start) }
        return number
    }

    private mutating func digits(into mantissa: inout Mantissa) -> Int {
        let start = position
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            mantissa.append(byte - UInt8(ascii: "0"))
            position += 1
        }
        return position - start
    }

    /// Nil if the exponent has so many digits that only the slow way can judge it.
    private mutating func exponent(of number: Int) throws(JSONFault) -> Int? {
        let isNegative = take(UInt8(ascii: "-"))
        if !isNegative { _ = take(UInt8(ascii: "+")) }
        var magnitude = Mantissa()
        guard digits(into: &magnitude) > 0 else { throw fault(.badNumber, at: number) }
        return magnitude.value.flatMap { $0 <= 1_000 ? Int($0) : nil }.map { isNegative ? -$0 : $0 }
    }

    /// The digits of a number without point or sign, as long as they fit.
    private struct Mantissa {
        private(set) var value: UInt64? = 0

        mutating func append(_ digit: UInt8) {
            guard let value else { return }
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(UInt64(digit))
            self.value = overflow || carry ? nil : sum
        }

        /// Nil for -0, which only a double can hold, and beyond 64 bits.
        func integer(isNegative: Bool) -> Int64? {
            guard let value else { return nil }
            if !isNegative { return Int64(exactly: value) }
            if value == 0 { return nil }
            return value == Int64.min.magnitude ? .min : Int64(exactly: value).map { -$0 }
        }

        /// The correctly rounded number, where one step by an exact power of ten gives it.
        func double(isNegative: Bool, scale: Int) -> Double? {
            guard let value, value <= 1 << 53, scale.magnitude < JSONParser.exactPowers.count else {
                return nil
            }
            let power = JSONParser.exactPowers[Int(scale.magnitude)]
            let magnitude = scale < 0 ? Double(value) / power : Double(value) * power
            return isNegative ? -magnitude : magnitude
        }
    }
}
