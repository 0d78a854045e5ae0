import Formats
import PostgreSQL
import Reports

extension Ledger {
    /// How many reports a page may have.
    package static let pageLimits = 1...500

    /// A page of a list, newest first, after the place that a page before it named.
    ///
    /// A walk from the newest on fills it if many reports meet the filter. What it does not find is rare, and an index
    /// is asked for it, in some weeks first and in ever more: so the cost is bounded by the page, never by the table.
    package func page(
        of filter: ReportFilter,
        after key: PageKey? = nil,
        limit: Int = 50
    ) async throws -> ReportPage {
        guard let statement = ListStatement(filter) else { return .empty }
        let limit = min(max(limit, Ledger.pageLimits.lowerBound), Ledger.pageLimits.upperBound)
        let place = statement.start(after: key)
        // One snapshot, so that nothing moves between the walk and the questions.
        return try await database.readSnapshot { session in
            // One more than is shown tells whether the list goes on.
            var reports = try statement.reports(after: place, limit: limit + 1, in: session)
            guard reports.count > limit else { return ReportPage(reports: reports, next: nil) }
            reports.removeLast(reports.count - limit)
            return ReportPage(reports: reports, next: reports.last.map { PageKey(after: $0) })
        }
    }
}

extension ListStatement {
    fileprivate func reports(
        after place: PageKey,
        limit: Int,
        in session: borrowing Session
    ) throws -> [Report] {
        var reports = try read(walked(after: place, limit: limit), in: session)
        guard reports.count < limit, let walk, let rest = try self.place(walk, after: place, in: session)
        else {
            return reports
        }
        var place = rest
        for window in windows(before: rest.created) {
            let missing = limit - reports.count
            reports += try read(asked(after: place, in: window, limit: missing), in: session)
            if reports.count == limit { break }
            if let start = window.start { place = PageKey(before: start) }
        }
        return reports
    }

    private func place(
        _ count: Int,
        after place: PageKey,
        in session: borrowing Session
    ) throws -> PageKey? {
        try session.query(self.place(count, after: place)).first { row in
            PageKey(
                created: try row.decode(Timestamp.self, at: 0),
                id: ReportIdentifier(try row.decode(UUIDBytes.self, at: 1))
            )
        }
    }

    private func read(_ statement: SQL, in session: borrowing Session) throws -> [Report] {
        try session.query(statement).map { try Report(row: $0) }
    }
}
