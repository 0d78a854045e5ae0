/// A run and which of its rows count no more.
struct Tier: Sendable {
    let run: Run
    private(set) var graves = Graves()
    /// How many of the buried ones everybody could see.
    private var buriedShown = 0

    init(_ run: Run) {
        self.run = run
    }

    /// How many of the pins that count everybody may see, as far as the run's basis is the present one.
    var shown: Int { run.everything.rows.count - buriedShown }

    /// Counts a row no more.
    mutating func bury(_ row: UInt32) {
        graves.bury(row)
        if run.everything.rows.holds(row) { buriedShown += 1 }
    }

    /// The same with a run of the same rows on another basis.
    func remade(as run: Run) -> Tier {
        var tier = Tier(run)
        tier.graves = graves
        tier.buriedShown = graves.rows.count { run.everything.rows.holds($0) }
        return tier
    }
}
