import Reports

/// A part of a queue.
package struct QueuePage: Sendable, Equatable {
    /// Its reports, in the queue's order.
    package let places: [QueuePlace]
    /// Whether the queue goes on.
    package let hasMore: Bool
    /// How many reports the whole queue has.
    package let count: Int
}

extension Snapshot {
    /// The first reports of a queue after a place, and how many there are in all.
    ///
    /// It looks at every row that may be of it, a million in some milliseconds: so any filter and any order cost the same.
    package func queue(
        _ view: MapView,
        by order: QueueOrder,
        after place: QueuePlace? = nil,
        limit: Int
    ) -> QueuePage {
        // One more than is shown tells whether the queue goes on.
        let limit = max(1, min(limit, Snapshot.longestQueuePage))
        var front = QueueFront(limit: limit + 1)
        var count = 0
        let start = place.map { QueueFront.Entry(rank: $0.rank, number: $0.number.key, prefix: 0) }
        forEachShown(in: view) { row, columns in
            count += 1
            let entry = QueueFront.Entry(
                rank: order.rank(row, of: columns),
                number: columns.number(row),
                prefix: columns.traits(row).prefix
            )
            if let start, !start.precedes(entry) { return }
            front.take(entry)
        }
        let found = front.sorted
        let places = found.prefix(limit).compactMap { entry in
            ReportNumber(prefix: symbols.prefixes[entry.prefix], key: entry.number)
                .map { QueuePlace(rank: entry.rank, number: $0) }
        }
        return QueuePage(places: places, hasMore: found.count > limit, count: count)
    }

    /// The most reports of a page.
    package static let longestQueuePage = 1_000

    /// Calls `body` with each row that a view shows, whatever its place.
    ///
    /// Most queues are of what is open, a small part of all: only that is walked over for them.
    ///
    /// - Parameters:
    ///   - view: what is shown, and to whom.
    ///   - goesOn: asked now and then whether to go on.
    ///   - body: takes a row.
    @inline(__always)
    func forEachShown(
        in view: MapView,
        while goesOn: () -> Bool = { true },
        _ body: (_ row: Int, _ columns: PinRows) -> Void
    ) {
        let test = RowTest(view, withheld: basis.withheld, symbols: symbols)
        let isOfOpenAlone = view.filter.isOfOpenAlone
        for tier in tiers {
            let open = tier.run.open
            let columns = isOfOpenAlone ? open.columns : tier.run.columns
            let count = isOfOpenAlone ? open.rows.count : tier.run.count
            var graves = (GraveWalk(tier.graves.settled), GraveWalk(tier.graves.recent))
            let isIntact = graves.0.isEmpty && graves.1.isEmpty
            for start in stride(from: 0, to: count, by: Snapshot.stretch) {
                guard goesOn() else { return }
                let places = start..<min(start + Snapshot.stretch, count)
                unsafe test.forEachShown(places, nil, of: columns) { place in
                    if !isIntact {
                        let row = isOfOpenAlone ? Int(open.rows[place]) : place
                        if graves.0.holds(row) || graves.1.holds(row) { return }
                    }
                    body(place, columns)
                }
            }
        }
    }

    /// How many rows are walked over between two questions whether to go on.
    private static let stretch = 8_192
}
