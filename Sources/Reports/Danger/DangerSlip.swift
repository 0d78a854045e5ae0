/// A slip of the finger: one letter too many, too few, wrong, or two that changed places; never the first.
enum DangerSlip {
    /// Shorter words are too like others.
    static let shortest = 5

    /// Whether one slip makes a word of another.
    static func isOne(from word: [UInt8], to written: [UInt8]) -> Bool {
        guard word.count >= shortest, written.count >= shortest, abs(word.count - written.count) <= 1,
            word.first == written.first
        else {
            return false
        }
        let same = zip(word, written).prefix { $0 == $1 }.count
        let left = word[same...]
        let right = written[same...]
        if word.count > written.count { return left.dropFirst().elementsEqual(right) }
        if word.count < written.count { return left.elementsEqual(right.dropFirst()) }
        if left.dropFirst().elementsEqual(right.dropFirst()) { return !left.isEmpty }
        guard left.count >= 2, left[same] == right[same + 1], left[same + 1] == right[same] else {
            return false
        }
        return left.dropFirst(2).elementsEqual(right.dropFirst(2))
    }
}
