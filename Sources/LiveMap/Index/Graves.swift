/// Rows of a run that count no more, because a newer run has a newer version of them.
///
/// Most lie in one long ascending column, the latest in a short one, so that burying one more does not copy them all.
struct Graves: Sendable {
    private(set) var settled = Column<UInt32>([])
    private(set) var recent = Column<UInt32>([])
    private static let mostRecent = 512

    /// How many there are.
    var count: Int { settled.count + recent.count }

    /// Adds a row that is not among them.
    mutating func bury(_ row: UInt32) {
        var rows = recent.array
        rows.insert(row, at: recent.firstPlace(notBelow: row))
        guard rows.count > Graves.mostRecent else {
            recent = Column(rows)
            return
        }
        settled = Column(Graves.merged(settled.array, rows))
        recent = Column([])
    }

    /// All of them, ascending.
    var rows: [UInt32] { Graves.merged(settled.array, recent.array) }

    private static func merged(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        var merged: [UInt32] = []
        merged.reserveCapacity(left.count + right.count)
        var next = right[...]
        for row in left {
            while let first = next.first, first < row {
                merged.append(first)
                next.removeFirst()
            }
            merged.append(row)
        }
        return merged + next
    }

    /// How many bytes they take.
    var byteCount: Int { settled.byteCount + recent.byteCount }
}
