/// Random numbers, the same for the same seed.
struct Lottery {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// The next number between 0 and 1.
    mutating func next() -> Double {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Double(state >> 11) / 9_007_199_254_740_992
    }

    /// A whole number below another.
    mutating func choice(below count: Int) -> Int { Int(next() * Double(count)) }
}
