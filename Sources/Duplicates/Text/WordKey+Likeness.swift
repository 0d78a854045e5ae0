extension WordKey {
    /// Whether two words are nearly the same: one with another ending, or a slip of the hand.
    func isAlike(_ other: WordKey) -> Bool {
        let shorter = min(count, other.count)
        guard shorter >= 4, self[0] == other[0] else { return false }
        if abs(count - other.count) <= 2, begins(with: other) || other.begins(with: self) { return true }
        return shorter >= 5 && Slip.isAtMostOne(self, other)
    }

    /// Whether the keys of two terms are words that are nearly the same.
    static func isAlike(_ left: UInt128, _ right: UInt128) -> Bool {
        guard let left = Term.word(of: left), let right = Term.word(of: right) else { return false }
        return left.isAlike(right)
    }
}
