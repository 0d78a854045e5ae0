extension FieldReader {
    /// Reads a whole number within bounds; `5.0` is one.
    package mutating func integer(
        _ name: String,
        _ presence: Presence = .required,
        in bounds: ClosedRange<Int>
    ) -> Int? {
        guard let number = jsonNumber(name, presence) else { return nil }
        guard let integer = number.integer.flatMap(Int.init(exactly:)) else {
            // From 2^53 on every double is whole: what is wrong is its size.
            let isWhole = number.double.magnitude >= 0x1p53
            let range = FieldWording.range("\(bounds.lowerBound)", "\(bounds.upperBound)")
            report(name, isWhole ? .range : .type, isWhole ? range : FieldWording.whole)
            return nil
        }
        guard bounds.contains(integer) else {
            report(name, .range, FieldWording.range("\(bounds.lowerBound)", "\(bounds.upperBound)"))
            return nil
        }
        return integer
    }

    /// Reads a number within bounds.
    package mutating func number(
        _ name: String,
        _ presence: Presence = .required,
        in bounds: ClosedRange<Double>
    ) -> Double? {
        guard let number = jsonNumber(name, presence) else { return nil }
        guard bounds.contains(number.double) else {
            report(name, .range, FieldWording.range(text(bounds.lowerBound), text(bounds.upperBound)))
            return nil
        }
        return number.double
    }

    /// Reads `true` or `false`.
    package mutating func bool(_ name: String, _ presence: Presence = .required) -> Bool? {
        guard let value = take(name, presence) else { return nil }
        guard case .bool(let bool) = value else {
            report(name, .type, FieldWording.bool)
            return nil
        }
        return bool
    }

    private mutating func jsonNumber(_ name: String, _ presence: Presence) -> JSONNumber? {
        guard let value = take(name, presence) else { return nil }
        guard case .number(let number) = value else {
            report(name, .type, FieldWording.number)
            return nil
        }
        return number
    }

    private func text(_ bound: Double) -> String {
        guard bound.isFinite else { return bound.description }
        var digits: [UInt8] = []
        digits.appendNumber(bound)
        return String(decoding: digits, as: UTF8.self)
    }
}
