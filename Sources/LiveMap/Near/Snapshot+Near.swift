import Formats
import Geography
import Reports

extension Snapshot {
    /// The reports nearest to a place, as a question ranks them; those of one rank by their numbers.
    ///
    /// What another report leads is left out, as on tiles. The answer depends on the reports alone, not on how the index
    /// came about, as long as a run has no more than `NearQuestion.mostRows` rows in the cells around the place. Of a run
    /// that has more, the rows of the nearest cells are looked at, and those of the last cell as far as they go: from the
    /// north-west, and on one spot those with the lowest numbers.
    package func near(_ question: NearQuestion) -> [NearReport] {
        guard question.limit > 0, !question.categories.isEmpty else { return [] }
        var search = NearSearch(question, of: self)
        for (index, tier) in tiers.enumerated() { search.look(through: tier, at: index) }
        let numbers = search.list.numbers
        var reports: [NearReport] = []
        reports.reserveCapacity(numbers.count)
        for (entry, number) in zip(search.list.entries, numbers) {
            let columns = search.list.columns[Int(entry.place.tier)]
            if let report = report(entry, number, columns, search) { reports.append(report) }
        }
        return reports
    }

    private func report(
        _ entry: NearList.Entry,
        _ key: UInt64,
        _ columns: PinRows,
        _ search: NearSearch
    ) -> NearReport? {
        let row = Int(entry.place.row)
        let traits = columns.traits(row)
        guard let number = ReportNumber(prefix: symbols.prefixes[traits.prefix], key: key) else { return nil }
        return NearReport(
            number: number,
            category: symbols.categories[columns.category(row)],
            metres: entry.metres,
            status: traits.status,
            created: Timestamp(seconds: Int64(columns.created(row))),
            closed: search.test.closing(of: row, in: columns).map { Timestamp(seconds: Int64($0)) },
            coordinate: search.map.coordinate(x: columns.x(row), y: columns.y(row))
        )
    }
}
