/// How long to wait before trying again: doubling up to a cap.
///
/// Each wait is a random part, between half and all, of the full one. The same seed gives the same waits.
struct Backoff: Sendable {
    private let first: Duration
    private let cap: Duration
    private var generator: SeededGenerator
    private var next: Duration

    init(first: Duration, cap: Duration, seed: UInt64) {
        self.first = first
        self.cap = cap
        self.next = first
        self.generator = SeededGenerator(seed: seed)
    }

    /// The next wait.
    mutating func wait() -> Duration {
        defer { next = min(cap, next * 2) }
        return next * Double.random(in: 0.5...1, using: &generator)
    }

    /// Begins anew after a success.
    mutating func reset() {
        next = first
    }
}

/// Random numbers that repeat: SplitMix64.
struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
