/// A word as it is compared: its first sixteen plain letters and digits in one number, so that comparing two words is
/// comparing two numbers.
///
/// The first letter stands highest, so numbers are ordered as words are, and a beginning is a range of numbers.
struct WordKey: Hashable, Sendable, Comparable {
    /// How many letters count.
    static let longest = 16

    let bits: UInt128

    /// The key of the first letters of a word, one byte each.
    init(_ letters: some Sequence<UInt8>) {
        var bits: UInt128 = 0
        var shift = 8 * (WordKey.longest - 1)
        for letter in letters {
            guard shift >= 0 else { break }
            bits |= UInt128(letter) << UInt128(shift)
            shift -= 8
        }
        self.bits = bits
    }

    /// The word whose key it was.
    init(restoring bits: UInt128) {
        self.bits = bits
    }

    /// How many letters it has.
    var count: Int { WordKey.longest - bits.trailingZeroBitCount / 8 }

    /// The letter at a place from the left.
    subscript(index: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: bits >> UInt128(8 * (WordKey.longest - 1 - index)))
    }

    /// The first letters.
    func prefix(_ length: Int) -> WordKey {
        guard length < WordKey.longest else { return self }
        guard length > 0 else { return WordKey(restoring: 0) }
        let kept = UInt128.max << UInt128(8 * (WordKey.longest - length))
        return WordKey(restoring: bits & kept)
    }

    /// Whether it begins with another word.
    func begins(with other: WordKey) -> Bool { prefix(other.count) == other }

    /// One bit for each letter or digit that occurs.
    var letters: UInt64 {
        var mask: UInt64 = 0
        for index in 0..<count { mask |= 1 << UInt64(self[index] & 63) }
        return mask
    }

    static func < (left: WordKey, right: WordKey) -> Bool { left.bits < right.bits }
}

extension WordKey: ExpressibleByStringLiteral {
    init(stringLiteral word: StaticString) {
        self.init("\(word)".utf8)
    }
}
