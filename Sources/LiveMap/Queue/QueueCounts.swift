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

/// By what the reports of a queue are counted where only one choice is asked about.
package enum QueueFacet: Sendable {
    case status, category, unit, district, channel
}

extension Snapshot {
    /// Counts the reports of a queue by all that a filter may ask; those due before `soon` are due soon.
    package func counts(of view: MapView, at now: Timestamp, soon: Timestamp) -> QueueCounts {
        let (now, soon) = (Pin.seconds(of: now), Pin.seconds(of: soon))
        var counts = QueueCounts()
        var states = Histogram(StateSlot.count)
        var desks = Histogram(DeskTraits.count)
        var categories = Histogram(symbols.categories.names.count)
        var units = Histogram(symbols.units.names.count)
        var districts = Histogram(symbols.districts.names.count)
        var holders: [UInt32: Int] = [:]
        var (total, unheld, late, lateOrSoon) = (0, 0, 0, 0)
        forEachShown(in: view) { row, columns in
            total &+= 1
            states.add(columns.traits(row).state.index)
            categories.add(Int(columns.category(row)))
            units.add(Int(columns.unit(row)))
            districts.add(Int(columns.district(row)))
            desks.add(Int(columns.desk(row).bits))
            let due = columns.due(row)
            late &+= due < now ? 1 : 0
            lateOrSoon &+= due < soon ? 1 : 0
            let holder = columns.assignee(row)
            if holder == QueuePin.nobody { unheld &+= 1 } else { holders[holder, default: 0] += 1 }
        }
        counts.total = total
        counts.take(states, of: .status, symbols)
        counts.take(categories, of: .category, symbols)
        counts.take(units, of: .unit, symbols)
        counts.take(districts, of: .district, symbols)
        counts.take(desks, of: .channel, symbols)
        (counts.late, counts.soon) = (late, lateOrSoon - late)
        for (account, count) in holders { counts.holders[.account(Int(account))] = count }
        if unheld > 0 { counts.holders[.nobody] = unheld }
        return counts
    }

    /// Counts the reports of a queue by one thing alone, which takes a fraction of the time.
    package func counts(of view: MapView, by facet: QueueFacet) -> QueueCounts {
        var found = Histogram(facet.size(symbols))
        switch facet {
        case .status: forEachShown(in: view) { found.add($1.traits($0).state.index) }
        case .category: forEachShown(in: view) { found.add(Int($1.category($0))) }
        case .unit: forEachShown(in: view) { found.add(Int($1.unit($0))) }
        case .district: forEachShown(in: view) { found.add(Int($1.district($0))) }
        case .channel: forEachShown(in: view) { found.add(Int($1.desk($0).bits)) }
        }
        var counts = QueueCounts()
        counts.take(found, of: facet, symbols)
        counts.total = found.sum
        return counts
    }

    /// How many reports a queue has: exactly up to `most`, beyond which it is not worth counting on.
    package func count(of view: MapView, upTo most: Int = .max) -> Int {
        var count = 0
        forEachShown(in: view, while: { count <= most }) { _, _ in count &+= 1 }
        return count
    }
}

extension QueueFacet {
    /// How many numbers its values have.
    fileprivate func size(_ symbols: Symbols) -> Int {
        switch self {
        case .status: StateSlot.count
        case .category: symbols.categories.names.count
        case .unit: symbols.units.names.count
        case .district: symbols.districts.names.count
        case .channel: DeskTraits.count
        }
    }
}

extension QueueCounts {
    /// Names what was counted by numbers.
    fileprivate mutating func take(_ found: borrowing Histogram, of facet: QueueFacet, _ symbols: Symbols) {
        found.forEach { number, count in
            switch facet {
            case .status: statuses[StateSlot(index: number).status, default: 0] += count
            case .category: categories[symbols.categories.names[number]] = count
            case .unit: units[symbols.units.names[number]] = count
            case .district: districts[symbols.districts.names[number]] = count
            case .channel:
                let desk = DeskTraits(bits: UInt8(number))
                channels[desk.channel, default: 0] += count
                if desk.isUrgent { urgent += count }
                if desk.needsReview { toReview += count }
            }
        }
    }
}
