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
            let keys = try statement.keys(after: place, limit: limit + 1, in: session)
            return ReportPage(
                reports: try Ledger.reports(at: keys.prefix(limit), in: session),
                next: keys.count > limit ? keys[limit - 1] : nil
            )
        }
    }

    /// The reports of some keys of one list.
    ///
    /// A statement of its own, which is planned once for all lists: to plan it takes longer than to find what is on a page.
    private static func reports(
        at keys: some Collection<PageKey>,
        in session: borrowing Session
    ) throws -> [Report] {
        let identifiers = keys.map(\.id.uuid)
        guard !identifiers.isEmpty else { return [] }
        return try session.query(
            """
            SELECT \(Report.columns) FROM report r WHERE r.id = ANY ((SELECT \(identifiers))::uuid[])
            ORDER BY r.created_at DESC, r.id DESC
            """
        ).map { try Report(row: $0) }
    }
}

extension ListStatement {
    /// Where the reports that meet the filter stand, newest first, but for the first so many.
    func keys(skipping: Int, limit: Int, in session: borrowing Session) throws -> [PageKey] {
        let start = start(after: nil)
        if walk == nil, !filter.isUrgent {
            return try read(walked(after: start, skipping: skipping, limit: limit), in: session)
        }
        return Array(try keys(after: start, limit: skipping + limit, in: session).dropFirst(skipping))
    }

    /// The same of a list of changes, the latest first.
    func changedKeys(skipping: Int, limit: Int, in session: borrowing Session) throws -> [PageKey] {
        if isSearch { return try read(changedAsked(skipping: skipping, limit: limit), in: session) }
        let keys = try read(changed(among: walk, skipping: skipping, limit: limit), in: session)
        guard let walk, keys.count < limit,
            let last = try session.query(changedLast(of: walk)).first({ try $0.decode(Timestamp.self, at: 0) }
            ),
            isAsked(last)
        else { return keys }
        return try read(changedAsked(skipping: skipping, limit: limit), in: session)
    }

    /// Where the reports that meet the filter stand, newest first.
    func keys(
        after place: PageKey,
        limit: Int,
        in session: borrowing Session
    ) throws -> [PageKey] {
        if filter.isUrgent { return try read(urgent(after: place, limit: limit), in: session) }
        var keys = try read(walked(after: place, limit: limit), in: session)
        guard keys.count < limit, let walk,
            let rest = try read(self.place(walk, after: place), in: session).first
        else { return keys }
        if try othersAreFew(in: session) {
            return keys + (try read(compared(after: rest, limit: limit - keys.count), in: session))
        }
        var place = rest
        for window in windows(before: rest.created) {
            keys += try read(asked(after: place, in: window, limit: limit - keys.count), in: session)
            if keys.count == limit { break }
            if let start = window.start { place = PageKey(before: start) }
        }
        return keys
    }

    private func othersAreFew(in session: borrowing Session) throws -> Bool {
        if let areOthersFew { return areOthersFew && countOfOthers != nil }
        guard let countOfOthers else { return false }
        let count = try session.query(countOfOthers).one { try $0.decode(Int64.self, at: 0) }
        return count <= ListStatement.few
    }

    private func read(_ statement: SQL, in session: borrowing Session) throws -> [PageKey] {
        try session.query(statement).map { row in
            PageKey(
                created: try row.decode(Timestamp.self, at: 0),
                id: ReportIdentifier(try row.decode(UUIDBytes.self, at: 1))
            )
        }
    }
}
