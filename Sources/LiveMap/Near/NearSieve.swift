/// Picks out of many rows the few that are worth a closer look: of a wanted category, not closed too long ago, within
/// the box, and of a state and a kind that are wanted.
///
/// It goes in steps, each only through what the one before has left, without a branch that depends on a row: what a
/// look-up costs is mostly waiting for memory, and so the processor waits for many rows at once.
struct NearSieve {
    private let categories: Column<UInt8>
    private let traits: Column<UInt8>
    private let earliestClosing: UInt32
    private let from: UInt32
    private let span: UInt32
    private let box: NearBox
    /// How many rows are sifted at once.
    private static let step = 256
    /// From so many on, those that are left are sifted further before there are more.
    private static let most = 768

    /// What a test lets through in a box, of the categories that have a finite addition.
    init(_ test: RowTest, _ box: NearBox, additions: [Double]) {
        categories = Column(count: additions.count) { additions[$0] < .infinity ? test.categories[$0] : 0 }
        traits = test.traits
        earliestClosing = test.earliestClosing
        (from, span) = (test.from, test.span)
        self.box = box
    }

    /// Calls `body` with each of some rows that may be shown; the test has the last word.
    @inline(__always)
    func forEachLikely(of ranges: [Range<Int>], of columns: PinRows, _ body: (Int) -> Void) {
        let room = NearSieve.most + NearSieve.step
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: room) { buffer in
            guard let sieve = buffer.baseAddress else { return }
            var count = 0
            for rows in ranges {
                var start = rows.lowerBound
                while start < rows.upperBound {
                    let end = min(start + NearSieve.step, rows.upperBound)
                    unsafe sift(start..<end, of: columns, into: sieve, count: &count)
                    start = end
                    guard count >= NearSieve.most else { continue }
                    unsafe siftFurther(sieve, count: &count, of: columns)
                    for place in 0..<count { body(Int(unsafe sieve[place])) }
                    count = 0
                }
            }
            unsafe siftFurther(sieve, count: &count, of: columns)
            for place in 0..<count { body(Int(unsafe sieve[place])) }
        }
    }

    /// Adds the rows of wanted categories.
    @unsafe @inline(__always)
    private func sift(
        _ rows: Range<Int>,
        of columns: PinRows,
        into sieve: UnsafeMutablePointer<UInt32>,
        count: inout Int
    ) {
        let categories = unsafe categories.start
        var next = count
        for row in rows {
            unsafe sieve[next] = UInt32(truncatingIfNeeded: row)
            next &+= Int(unsafe categories[Int(columns.category(row))])
        }
        count = next
    }

    /// Leaves those that may be shown.
    @unsafe
    private func siftFurther(_ sieve: UnsafeMutablePointer<UInt32>, count: inout Int, of columns: PinRows) {
        var left = 0
        for place in 0..<count {
            let row = unsafe sieve[place]
            unsafe sieve[left] = row
            left &+= NearSieve.one(if: earliestClosing, isAtMost: columns.closed(Int(row)))
        }
        count = left
        left = 0
        let traits = unsafe traits.start
        for place in 0..<count {
            let row = Int(unsafe sieve[place])
            unsafe sieve[left] = UInt32(truncatingIfNeeded: row)
            left &+=
                Int(unsafe traits[Int(columns.traits(row).bits) & PinTraits.tested])
                & NearSieve.one(if: columns.created(row) &- from, isAtMost: span)
                & NearSieve.one(if: columns.x(row) &- box.west, isAtMost: box.width)
                & NearSieve.one(if: columns.y(row) &- box.north, isAtMost: box.height)
        }
        count = left
    }

    /// 1 or 0: a comparison by subtraction, of which no compiler makes a branch.
    @inline(__always)
    private static func one(if number: UInt32, isAtMost other: UInt32) -> Int {
        Int(truncatingIfNeeded: 1 &- (UInt64(other) &- UInt64(number)) >> 63)
    }
}
