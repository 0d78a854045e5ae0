/// Random numbers that are the same for a seed on every machine: SplitMix64 and integer arithmetic only.
struct SeedRandom: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    /// A stream of its own for one purpose, so that using one doesn't shift another.
    init(_ seed: UInt64, stream: UInt64, _ number: Int = 0) {
        var mixed = SeedRandom(seed &+ stream &* 0xd6e8_feb8_6659_fd93)
        state = mixed.next() ^ UInt64(truncatingIfNeeded: number) &* 0x9fb2_1c65_1e98_df25
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }

    /// 0 to `count` - 1; 0 if there is nothing to choose from.
    mutating func below(_ count: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(max(count, 1))).high)
    }

    /// 0 to `count` - 1, the low ones more often: the first of many is three times as popular as the middle.
    mutating func lowBelow(_ count: Int) -> Int {
        min(below(count), below(count))
    }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }

    /// Around 0 with this standard deviation, never beyond 3.5 of it: a sum of four numbers of 16 bits.
    mutating func around(_ deviation: Int) -> Int {
        let bits = next()
        let sum = Int(bits & 0xffff) + Int(bits >> 16 & 0xffff) + Int(bits >> 32 & 0xffff) + Int(bits >> 48)
        return (sum - 131_070) * deviation / 37_837
    }
}
