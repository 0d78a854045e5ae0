import PostgreSQL
package import Reports

extension Ledger {
    /// The lines of some reports in the order of their numbers; numbers that nobody has are left out.
    ///
    /// Who may know of them is decided by who asks for these numbers.
    package func queueLines(of numbers: [ReportNumber]) async throws -> [QueueLine] {
        guard !numbers.isEmpty else { return [] }
        let texts = numbers.map(\.description)
        return try await database.read { session in
            try session.query(
                """
                SELECT \(QueueLine.columns(words: QueueLine.shownWords)) FROM unnest(\(texts)) WITH ORDINALITY AS asked (number, nth)
                    JOIN report r ON r.number = asked.number ORDER BY asked.nth
                """
            ).map { try QueueLine(row: $0) }
        }
    }

    /// A part of a queue that is searched for words, the newest first, and how many reports it has, counted so far.
    ///
    /// The map's index knows no words, so the database is asked. Counting costs what is found, so it has an end.
    ///
    /// - Parameters:
    ///   - filter: what is asked for, words among it.
    ///   - others: counts the reports that meet all but the words, up to one more than a number.
    ///   - key: the place after which the part begins.
    ///   - limit: how many lines are wanted.
    ///   - most: the most that are counted.
    /// - Returns: the lines, the place of the next part, and the count.
    /// - Throws: what the database throws.
    package func queueSearch(
        _ filter: ReportFilter,
        others: (_ most: Int) -> Int,
        after key: PageKey? = nil,
        limit: Int,
        countingTo most: Int
    ) async throws -> QueueSearch {
        guard var statement = ListStatement(filter, wanted: most + 1) else { return .empty }
        statement.areOthersFew = others(ListStatement.few) <= ListStatement.few
        return try await database.readSnapshot { [statement] session in
            let keys = try statement.keys(skipping: 0, limit: most + 1, in: session)
            let page: [PageKey]
            if let key {
                page = try statement.keys(after: key, limit: limit + 1, in: session)
            } else {
                page = Array(keys.prefix(limit + 1))
            }
            let lines = try Ledger.queueLines(
                at: page.prefix(limit),
                words: QueueLine.shownWords,
                in: session
            )
            return QueueSearch(
                lines: lines,
                next: page.count > limit ? page[limit - 1] : nil,
                count: keys.count
            )
        }
    }

    /// Some of all reports that meet a filter, the newest first, with all of their public words: so many that an export
    /// is a row of short statements, between which others have their turn.
    package func exported(
        _ filter: ReportFilter,
        after key: PageKey?,
        limit: Int = 2_000
    ) async throws -> (lines: [QueueLine], next: PageKey?) {
        guard let statement = ListStatement(filter, wanted: limit) else { return ([], nil) }
        return try await database.readSnapshot { session in
            let keys = try statement.keys(after: statement.start(after: key), limit: limit, in: session)
            let lines = try Ledger.queueLines(
                at: keys[...],
                words: Submission.longestDescription,
                in: session
            )
            return (lines, keys.count == limit ? keys.last : nil)
        }
    }

    private static func queueLines(
        at keys: ArraySlice<PageKey>,
        words: Int,
        in session: borrowing Session
    ) throws -> [QueueLine] {
        guard !keys.isEmpty else { return [] }
        let identifiers = keys.map(\.id.uuid)
        return try session.query(
            """
            SELECT \(QueueLine.columns(words: words)) FROM unnest(\(identifiers)) WITH ORDINALITY AS asked (id, nth)
                JOIN report r ON r.id = asked.id ORDER BY asked.nth
            """
        ).map { try QueueLine(row: $0) }
    }
}

/// A part of a queue that was searched for words.
package struct QueueSearch: Sendable, Equatable {
    /// The newest first.
    package let lines: [QueueLine]
    /// Where it goes on; nil at its end.
    package let next: PageKey?
    /// How many there are, up to one more than was counted to.
    package let count: Int

    static let empty = QueueSearch(lines: [], next: nil, count: 0)
}
