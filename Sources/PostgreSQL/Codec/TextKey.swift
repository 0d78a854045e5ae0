/// What tells a short text from all others without making a `String` of it: its length and its bytes as numbers.
///
/// The texts of a column with few distinct values are known again by it.
package struct TextKey: Hashable, Sendable {
    /// The longest text that its key tells from all others, in bytes.
    private static let longest = 32

    private let length: Int
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    /// Whether no other text has the same key.
    package var isUnique: Bool { length <= TextKey.longest }

    /// A number for tables: different for most texts.
    package var hash: Int {
        let mixed = first ^ second &* 3 ^ third &* 5 ^ fourth &* 7 ^ UInt64(truncatingIfNeeded: length)
        return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }
}

extension TextKey: ColumnDecodable {
    package init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        guard type == .text || type == .varchar else { throw .wrongType(type) }
        length = bytes.count
        first = bytes.word(at: 0)
        second = bytes.word(at: 8)
        third = bytes.word(at: 16)
        fourth = bytes.word(at: 24)
    }
}

extension Span<UInt8> {
    /// Eight bytes as a number; those beyond the end are zero.
    fileprivate func word(at start: Int) -> UInt64 {
        if start + 8 <= count {
            let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
            return UInt64(littleEndian: word)
        }
        var word: UInt64 = 0
        var index = count - 1
        while index >= start {
            word = word << 8 | UInt64(self[index])
            index -= 1
        }
        return word
    }
}
