/// A run and which of its rows count no more, because a newer run has a newer version of them.
struct Tier: Sendable {
    let run: Run
    /// Ascending.
    private(set) var dead: [UInt32] = []
    /// How many of the dead ones everybody could see.
    private(set) var deadShown = 0

    init(_ run: Run) {
        self.run = run
    }

    /// How many pins count.
    var count: Int { run.count - dead.count }

    /// How many of them everybody may see, as far as the run's basis is of today.
    var shown: Int { run.everything.rows.count - deadShown }

    /// Counts a row no more.
    mutating func bury(_ row: Int) {
        dead.insertAscending(UInt32(row))
        let place = run.everything.rows.firstPlace(notBelow: UInt32(row))
        if place < run.everything.rows.count, run.everything.rows[place] == UInt32(row) { deadShown += 1 }
    }

    /// The same with a run of the same rows on another basis.
    func remade(as run: Run) -> Tier {
        var tier = Tier(run)
        for row in dead { tier.bury(Int(row)) }
        return tier
    }
}
