import Geography

/// A search through the runs of a snapshot for what is near a place.
struct NearSearch {
    let test: RowTest
    private let sieve: NearSieve
    private(set) var list: NearList
    private let metres: Double
    private let surroundings: Surroundings
    let map: LocalMercator
    private let cells: NearCells
    /// What each category adds, by symbol; infinity if it is not looked for.
    private let additions: [Double]
    private let moment: UInt32
    private let metresPerSecond: Double
    private let mostMetresForAge: Double
    private let metresForClosed: Double

    init(_ question: NearQuestion, of snapshot: Snapshot) {
        test = RowTest(question.view, withheld: snapshot.basis.withheld, symbols: snapshot.symbols)
        let box = NearBox(around: question.coordinate, metres: question.metres)
        let categories = snapshot.symbols.categories
        var additions = [Double](repeating: .infinity, count: categories.names.count)
        for (category, addition) in question.categories {
            if let symbol = categories.number(of: category) { additions[Int(symbol)] = addition }
        }
        self.additions = additions
        sieve = NearSieve(test, box, additions: additions)
        list = NearList(limit: question.limit, of: snapshot.tiers.map(\.run.columns))
        metres = question.metres
        surroundings = Surroundings(of: question.coordinate)
        map = LocalMercator(around: question.coordinate)
        cells = NearCells(of: box, around: question.coordinate)
        moment = Pin.seconds(of: question.moment)
        metresPerSecond = question.metresPerDay / 86_400
        mostMetresForAge = question.mostMetresForAge
        metresForClosed = question.metresForClosed
    }

    /// Looks through a tier, the one at this place of the snapshot.
    mutating func look(through tier: Tier, at index: Int) {
        let columns = tier.run.columns
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(16)
        var start = 0
        cells.forEachRange { keys in
            let first = tier.run.steps.firstRow(notBelow: keys.lowerBound, from: start)
            start = tier.run.steps.firstRow(notBelow: keys.upperBound, from: first)
            if first < start { ranges.append(first..<start) }
        }
        if ranges.reduce(0, { $0 + $1.count }) > NearQuestion.mostRows {
            ranges = nearestRows(of: tier.run)
        }
        var graves = (GraveWalk(tier.graves.settled), GraveWalk(tier.graves.recent))
        sieve.forEachLikely(of: ranges, of: columns) { row in
            if test.shows(row, of: columns), !graves.0.holds(row), !graves.1.holds(row) {
                rank(row, of: columns, in: index)
            }
        }
    }

    /// As many rows as may be looked at, those of the nearest cells; the last cell's as far as they go, in the index's order.
    private func nearestRows(of run: Run) -> [Range<Int>] {
        var left = NearQuestion.mostRows
        return cells.nearestFirst.map { keys in
            let first = run.steps.firstRow(notBelow: keys.lowerBound, from: 0)
            let end = run.steps.firstRow(notBelow: keys.upperBound, from: first)
            let rows = first..<min(end, first + left)
            left -= rows.count
            return rows
        }
    }

    @inline(__always)
    private mutating func rank(_ row: Int, of columns: PinRows, in tier: Int) {
        let distance = surroundings.distance(to: map.coordinate(x: columns.x(row), y: columns.y(row)))
        guard distance <= metres else { return }
        let age = Double(moment - min(columns.created(row), moment)) * metresPerSecond
        let isOpen = test.closing(of: row, in: columns) == nil
        let rank =
            distance + additions[Int(columns.category(row))] + min(age, mostMetresForAge)
            + (isOpen ? 0 : metresForClosed)
        let place = PinPlace(tier: Int32(truncatingIfNeeded: tier), row: UInt32(truncatingIfNeeded: row))
        list.take(NearList.Entry(rank: rank, metres: distance, place: place))
    }
}
