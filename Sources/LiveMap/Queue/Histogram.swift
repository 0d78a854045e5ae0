/// Counts of small numbers, for walks over a million rows: no more than one addition in memory each.
@safe struct Histogram: ~Copyable {
    // Invariant: `counts` has room for `size` numbers, and one for all that are none of them.
    private let counts: UnsafeMutablePointer<UInt32>
    private let size: Int

    init(_ size: Int) {
        self.size = size
        unsafe counts = .allocate(capacity: size + 1)
        unsafe counts.initialize(repeating: 0, count: size + 1)
    }

    deinit {
        unsafe counts.deallocate()
    }

    /// Counts a number; one beyond the size is counted apart.
    @inline(__always)
    mutating func add(_ number: Int) {
        unsafe counts[Int(truncatingIfNeeded: min(UInt(bitPattern: number), UInt(bitPattern: size)))] &+= 1
    }

    /// Calls `body` with each number that came up, and how often.
    borrowing func forEach(_ body: (_ number: Int, _ count: Int) -> Void) {
        for number in 0..<size {
            let count = unsafe counts[number]
            if count > 0 { body(number, Int(count)) }
        }
    }

    /// How often any number came up.
    var sum: Int {
        var sum = 0
        forEach { sum += $1 }
        return sum
    }
}
