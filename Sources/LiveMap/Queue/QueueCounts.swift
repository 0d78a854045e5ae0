package import Formats
package import Reports

/// How many reports of a queue there are of each sort: what the choices of its filter say beside them.
package struct QueueCounts: Sendable, Equatable {
    package fileprivate(set) var total = 0
    package fileprivate(set) var statuses: [ReportStatus: Int] = [:]
    package fileprivate(set) var categories: [String: Int] = [:]
    package fileprivate(set) var units: [String: Int] = [:]
    package fileprivate(set) var districts: [String: Int] = [:]
    package fileprivate(set) var channels: [Channel: Int] = [:]
    package fileprivate(set) var holders: [QueueFilter.Holder: Int] = [:]
    /// Whose deadline is over.
    package fileprivate(set) var late = 0
    /// Whose deadline comes within the time that was asked about.
    package fileprivate(set) var soon = 0
    package fileprivate(set) var urgent = 0
    package fileprivate(set) var toReview = 0
}

extension Snapshot {
    /// Counts the reports of a queue by all that a filter may ask; those due before `soon` are due soon.
    package func counts(of view: MapView, at now: Timestamp, soon: Timestamp) -> QueueCounts {
        let (now, soon) = (Pin.seconds(of: now), Pin.seconds(of: soon))
        var counts = QueueCounts()
        var statuses = [Int](repeating: 0, count: StateSlot.count)
        var channels = [Int](repeating: 0, count: 8)
        var categories = [Int](repeating: 0, count: symbols.categories.names.count)
        var units = [Int](repeating: 0, count: symbols.units.names.count)
        var districts = [Int](repeating: 0, count: symbols.districts.names.count)
        var holders: [UInt32: Int] = [:]
        var unheld = 0
        forEachShown(in: view) { row, columns in
            counts.total += 1
            statuses[columns.traits(row).state.index] += 1
            categories[Int(columns.category(row))] += 1
            units[Int(columns.unit(row))] += 1
            districts[Int(columns.district(row))] += 1
            let desk = columns.desk(row)
            channels[Int(desk.bits & 7)] += 1
            if desk.isUrgent { counts.urgent += 1 }
            if desk.needsReview { counts.toReview += 1 }
            let due = columns.due(row)
            if due < now { counts.late += 1 } else if due < soon { counts.soon += 1 }
            let holder = columns.assignee(row)
            if holder == QueuePin.nobody { unheld += 1 } else { holders[holder, default: 0] += 1 }
        }
        for (index, count) in statuses.enumerated() where count > 0 {
            counts.statuses[StateSlot(index: index).status] = count
        }
        for (bits, count) in channels.enumerated() where count > 0 {
            counts.channels[DeskTraits(bits: UInt8(bits)).channel] = count
        }
        counts.categories = symbols.categories.counted(categories)
        counts.units = symbols.units.counted(units)
        counts.districts = symbols.districts.counted(districts)
        for (account, count) in holders { counts.holders[.account(Int(account))] = count }
        if unheld > 0 { counts.holders[.nobody] = unheld }
        return counts
    }

    /// How many reports a queue has.
    package func count(of view: MapView) -> Int {
        var count = 0
        forEachShown(in: view) { _, _ in count += 1 }
        return count
    }
}

extension SymbolTable {
    /// The counts that are more than nought, by their names.
    fileprivate func counted(_ counts: [Int]) -> [String: Int] {
        var named: [String: Int] = [:]
        for (symbol, count) in counts.enumerated() where count > 0 { named[names[symbol]] = count }
        return named
    }
}
