/// Chooses among things of different weights.
struct SeedChoice {
    private let sums: [Int]

    /// - Precondition: no weight is negative.
    init(_ weights: [Int]) {
        var sum = 0
        sums = weights.map { weight in
            sum += weight
            return sum
        }
    }

    /// The index of one, as often as its weight says; the last one if all weights are 0.
    func pick(_ random: inout SeedRandom) -> Int {
        let thrown = random.below(sums.last ?? 0)
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > thrown { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
