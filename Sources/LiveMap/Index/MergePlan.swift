/// How two sorted arrays of pins become one: which stretches of which follow one another.
struct MergePlan {
    /// Rows of one of the two that stay together.
    struct Stretch {
        let isOfNewer: Bool
        let rows: Range<Int>
    }

    private(set) var stretches: [Stretch] = []
    /// How many pins the result has.
    private(set) var count = 0

    /// Plans the merge of pins with newer ones; of each array some rows, ascending, are left out.
    init(_ older: PinTable, without olderDead: [UInt32], _ newer: PinTable, without newerDead: [UInt32]) {
        var taken = 0
        var gaps = olderDead[...]
        var passedOver = newerDead[...]
        for row in 0..<newer.count {
            if let next = passedOver.first, Int(next) == row {
                passedOver.removeFirst()
                continue
            }
            let place = MergePlan.place(for: newer, row, in: older, from: taken)
            take(older: taken..<place, gaps: &gaps)
            taken = place
            append(Stretch(isOfNewer: true, rows: row..<row + 1))
        }
        take(older: taken..<older.count, gaps: &gaps)
    }

    /// What `rows` says of a row that is left out.
    static let dropped = UInt32.max

    /// Where the plan moves each of so many rows.
    func rows(ofNewer isOfNewer: Bool, count: Int) -> [UInt32] {
        var moved = [UInt32](repeating: MergePlan.dropped, count: count)
        var next: UInt32 = 0
        for stretch in stretches {
            if stretch.isOfNewer == isOfNewer {
                for row in stretch.rows { moved[row] = next + UInt32(row - stretch.rows.lowerBound) }
            }
            next += UInt32(stretch.rows.count)
        }
        return moved
    }

    private mutating func take(older rows: Range<Int>, gaps: inout ArraySlice<UInt32>) {
        var start = rows.lowerBound
        while let gap = gaps.first, Int(gap) < rows.upperBound {
            append(Stretch(isOfNewer: false, rows: start..<Int(gap)))
            start = Int(gap) + 1
            gaps.removeFirst()
        }
        append(Stretch(isOfNewer: false, rows: start..<rows.upperBound))
    }

    private mutating func append(_ stretch: Stretch) {
        guard !stretch.rows.isEmpty else { return }
        count += stretch.rows.count
        if let last = stretches.last, last.isOfNewer == stretch.isOfNewer,
            last.rows.upperBound == stretch.rows.lowerBound
        {
            stretches[stretches.count - 1] = Stretch(
                isOfNewer: last.isOfNewer,
                rows: last.rows.lowerBound..<stretch.rows.upperBound
            )
        } else {
            stretches.append(stretch)
        }
    }

    /// Where a newer pin belongs among the older ones: found by steps that double, as it is mostly near.
    private static func place(for newer: PinTable, _ row: Int, in older: PinTable, from start: Int) -> Int {
        let key = newer.keys[row]
        let number = newer.numbers[row]
        return (start..<older.count).nextPlace { other in
            older.keys[other] == key ? older.numbers[other] < number : older.keys[other] < key
        }
    }
}
