/// The order in which numbers are ascending, found digit by digit, in a time that grows as their count does.
enum RadixOrder {
    private static let digitBits: UInt64 = 11
    /// Fewer are sooner sorted by comparing them.
    private static let fewest = 1_024
    private static let buckets = 1 << Int(digitBits)

    /// The places of `numbers` by ascending number; equal ones keep their order.
    static func ascending(_ numbers: [UInt64]) -> [UInt32] {
        var order = (0..<UInt32(numbers.count)).map { $0 }
        guard numbers.count >= fewest else {
            return order.sorted { (numbers[Int($0)], $0) < (numbers[Int($1)], $1) }
        }
        guard let spread = span(of: numbers), spread > 0 else { return order }
        var next = [UInt32](repeating: 0, count: order.count)
        var shift: UInt64 = 0
        while shift < 64 {
            defer { shift += digitBits }
            // A digit that all have in common moves nobody.
            guard (spread >> shift) & UInt64(buckets - 1) != 0 else { continue }
            sort(&order, into: &next, by: numbers, shift: shift)
            swap(&order, &next)
        }
        return order
    }

    /// The bits in which any two numbers differ.
    private static func span(of numbers: [UInt64]) -> UInt64? {
        guard let first = numbers.first else { return nil }
        return numbers.reduce(0) { $0 | ($1 ^ first) }
    }

    private static func sort(
        _ order: inout [UInt32],
        into next: inout [UInt32],
        by numbers: [UInt64],
        shift: UInt64
    ) {
        var places = [Int](repeating: 0, count: buckets)
        let mask = UInt64(buckets - 1)
        for number in numbers { places[Int(number >> shift & mask)] += 1 }
        var sum = 0
        for bucket in 0..<buckets {
            let count = places[bucket]
            places[bucket] = sum
            sum += count
        }
        for place in order {
            let bucket = Int(numbers[Int(place)] >> shift & mask)
            next[places[bucket]] = place
            places[bucket] += 1
        }
    }
}
