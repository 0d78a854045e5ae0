extension Double {
    /// A number in plain decimals, as people and programs write degrees; no exponent, no NaN, no infinity.
    package init?(decimal text: String) {
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        var mantissa: UInt64 = 0
        var digits = 0
        var decimals: Int?
        for byte in text.utf8.dropFirst(isNegative ? 1 : 0) {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
                decimals = decimals.map { $0 + 1 }
                if digits <= Self.exactDigits { mantissa = mantissa * 10 + UInt64(byte - UInt8(ascii: "0")) }
            case UInt8(ascii: "."):
                guard decimals == nil, digits > 0 else { return nil }
                decimals = 0
            default: return nil
            }
        }
        guard digits > 0, digits <= 32, decimals != 0 else { return nil }
        if digits <= Self.exactDigits {
            // Both numbers are exact, so that the quotient is the nearest double, as a parser would find it.
            let value = Double(mantissa) / Self.powersOfTen[decimals ?? 0]
            self = isNegative ? -value : value
        } else {
            self.init(text)
        }
    }

    /// So many digits fit into a double's 53 bits, and so large powers of ten are exact.
    private static let exactDigits = 15
    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]
}
