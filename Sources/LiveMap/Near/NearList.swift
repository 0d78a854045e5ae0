/// The best of the rows that were found so far, the best first.
struct NearList {
    /// A row that was found.
    struct Entry {
        /// Its distance and what was added to it.
        let rank: Double
        let metres: Double
        let place: PinPlace
    }

    private(set) var entries: [Entry] = []
    private let limit: Int
    /// Of each run.
    let columns: [PinRows]

    /// Room for so many rows, of runs with these columns, which have to outlive it.
    init(limit: Int, of columns: [PinRows]) {
        self.limit = limit
        self.columns = columns
        entries.reserveCapacity(limit + 1)
    }

    /// Takes a row if it is among the best, and lets go of the worst if there are too many.
    mutating func take(_ entry: Entry) {
        if entries.count >= limit {
            guard let last = entries.last, precedes(entry, last) else { return }
            entries.removeLast()
        }
        var place = entries.count
        while place > 0, precedes(entry, entries[place - 1]) { place -= 1 }
        entries.insert(entry, at: place)
    }

    /// Of two of one rank the one with the lower number comes first: numbers are looked up for that alone.
    @inline(__always)
    private func precedes(_ left: Entry, _ right: Entry) -> Bool {
        left.rank == right.rank ? number(of: left) < number(of: right) : left.rank < right.rank
    }

    /// The numbers of what was found.
    var numbers: [UInt64] { entries.map { number(of: $0) } }

    private func number(of entry: Entry) -> UInt64 {
        columns[Int(entry.place.tier)].number(Int(entry.place.row))
    }
}
