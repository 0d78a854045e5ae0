/// Finds the name that somebody probably meant.
package enum NearestName {
    private static let longest = 40

    /// The known name with the fewest slips, at most one in three letters.
    ///
    /// A slip is a letter added, lost, changed or swapped with its neighbour.
    package static func of(_ name: String, among known: [String]) -> String? {
        let typed = Array(name.utf8.prefix(longest + 1))
        guard typed.count <= longest else { return nil }
        var best: (name: String, slips: Int)?
        for candidate in known {
            let slips = slips(lowercased(typed), lowercased(Array(candidate.utf8)))
            if slips <= max(1, candidate.utf8.count / 3), slips < best?.slips ?? .max {
                best = (candidate, slips)
            }
        }
        return best?.name
    }

    private static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
        bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    }

    /// The distance of optimal string alignment, by three rows of its table.
    private static func slips(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let change = last[column] + (left[row] == right[column] ? 0 : 1)
                var best = min(change, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
