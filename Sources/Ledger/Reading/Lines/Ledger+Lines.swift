import PostgreSQL
package import Reports

extension Ledger {
    /// Some of a list, as lines: newest first, or last changed first where the filter asks for changes.
    ///
    /// Page numbers cost what lies before the page; where that matters, `page` goes on from a key.
    ///
    /// - Parameters:
    ///   - filter: which reports.
    ///   - skipping: how many are passed over.
    ///   - limit: how many at most.
    ///   - isDetailed: whether `ReportLine.Details` are read too.
    /// - Returns: the lines in their order, none where no report can meet the filter.
    /// - Throws: what the database throws.
    package func lines(
        of filter: ReportFilter,
        skipping: Int = 0,
        limit: Int,
        isDetailed: Bool = false
    ) async throws -> [ReportLine] {
        guard let statement = ListStatement(filter, wanted: skipping + limit) else { return [] }
        return try await database.readSnapshot { session in
            let keys =
                filter.isByUpdate
                ? try statement.changedKeys(skipping: skipping, limit: limit, in: session)
                : try statement.keys(skipping: skipping, limit: limit, in: session)
            let lines = try Ledger.lines(of: keys.map(\.id.uuid), for: filter.audience, in: session)
            return isDetailed ? try LineDetails.add(to: lines, for: filter.audience, in: session) : lines
        }
    }

    /// The reports with some numbers that the audience may know of, in the order of the numbers, each once.
    package func lines(
        of numbers: [ReportNumber],
        for audience: Audience,
        isDetailed: Bool = false
    ) async throws -> [ReportLine] {
        guard !numbers.isEmpty else { return [] }
        return try await database.readSnapshot { session in
            let lines = try session.query(
                """
                SELECT \(ReportLine.columns(for: audience))
                FROM unnest(\(numbers.map(\.description))) WITH ORDINALITY AS asked (number, nth)
                    JOIN report r ON r.number = asked.number
                WHERE \(audience.condition) ORDER BY asked.nth
                """
            ).map { try ReportLine(row: $0) }
            return isDetailed ? try LineDetails.add(to: lines, for: audience, in: session) : lines
        }
    }

    /// The details of a report that was read whole.
    package func detailed(_ line: ReportLine, for audience: Audience) async throws -> ReportLine {
        try await database.read { session in
            try LineDetails.add(to: [line], for: audience, in: session).first ?? line
        }
    }

    private static func lines(
        of identifiers: [UUIDBytes],
        for audience: Audience,
        in session: borrowing Session
    ) throws -> [ReportLine] {
        guard !identifiers.isEmpty else { return [] }
        return try session.query(
            """
            SELECT \(ReportLine.columns(for: audience))
            FROM unnest(\(identifiers)) WITH ORDINALITY AS asked (id, nth) JOIN report r ON r.id = asked.id ORDER BY asked.nth
            """
        ).map { try ReportLine(row: $0) }
    }
}
