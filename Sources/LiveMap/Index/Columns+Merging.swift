extension Columns {
    /// The pins of two sorted arrays in one, as a plan says.
    ///
    /// `olderRows` and `newerRows` say where the plan moves each row, as `MergePlan.rows` tells.
    init(
        _ older: Columns,
        _ newer: Columns,
        by plan: MergePlan,
        olderRows: [UInt32],
        newerRows: [UInt32]
    ) {
        keys = older.keys.merged(with: newer.keys, by: plan)
        numbers = older.numbers.merged(with: newer.numbers, by: plan)
        created = older.created.merged(with: newer.created, by: plan)
        closed = older.closed.merged(with: newer.closed, by: plan)
        supporters = older.supporters.merged(with: newer.supporters, by: plan)
        versions = older.versions.merged(with: newer.versions, by: plan)
        categories = older.categories.merged(with: newer.categories, by: plan)
        units = older.units.merged(with: newer.units, by: plan)
        districts = older.districts.merged(with: newer.districts, by: plan)
        traits = older.traits.merged(with: newer.traits, by: plan)
        spells = [:]
        guard !older.spells.isEmpty || !newer.spells.isEmpty else { return }
        for (row, times) in older.spells where olderRows[Int(row)] != MergePlan.dropped {
            spells[olderRows[Int(row)]] = times
        }
        for (row, times) in newer.spells where newerRows[Int(row)] != MergePlan.dropped {
            spells[newerRows[Int(row)]] = times
        }
    }
}

extension Array {
    fileprivate func merged(with newer: [Element], by plan: MergePlan) -> [Element] {
        var merged: [Element] = []
        merged.reserveCapacity(plan.count)
        for stretch in plan.stretches {
            merged.append(contentsOf: stretch.isOfNewer ? newer[stretch.rows] : self[stretch.rows])
        }
        return merged
    }
}
