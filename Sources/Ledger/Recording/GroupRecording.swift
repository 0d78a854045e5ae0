import Duplicates
import Formats
import PostgreSQL
import Reports

/// Writes plain reports together of which no two can be about one matter.
struct GroupRecording: Sendable {
    let database: Database
    let numberPrefix: String
    let timeZone: String
    let words: KnownWords

    /// Answers for each in order; nil for all if the server refused them.
    func record(_ drafts: [ReportDraft]) async -> [Result<Ledger.Recorded?, any Error>] {
        do {
            let isCompared = drafts.contains { $0.new.comparison != nil || $0.new.sender != nil }
            let recorded = try await isCompared ? recordCompared(drafts) : recordAtOnce(drafts)
            return recorded.map { result in result.map { .some($0) } }
        } catch DatabaseError.server {
            return drafts.map { _ in .success(nil) }
        } catch {
            return drafts.map { _ in .failure(error) }
        }
    }

    /// What is compared with nothing is one statement.
    private func recordAtOnce(_ drafts: [ReportDraft]) async throws -> [Result<Ledger.Recorded, any Error>] {
        let insertion = GroupInsertion(drafts: drafts, numberPrefix: numberPrefix, timeZone: timeZone)
        let statement = insertion.statement
        return try await database.writeAtOnce { session in
            try GroupRecording.run(statement, for: drafts, in: session)
        }
    }

    private func recordCompared(_ drafts: [ReportDraft]) async throws -> [Result<Ledger.Recorded, any Error>]
    {
        try await database.write { [numberPrefix, timeZone, words] session in
            let comparison = try DraftComparison(drafts, words: words, in: session)
            let written = comparison.drafts
            var recorded: [Result<Ledger.Recorded, any Error>] = []
            if !written.isEmpty {
                let insertion = GroupInsertion(
                    drafts: written,
                    numberPrefix: numberPrefix,
                    timeZone: timeZone
                )
                recorded = try GroupRecording.run(insertion.statement, for: written, in: session)
                words.keep(GroupRecording.known(of: written))
            }
            var next = recorded.makeIterator()
            return try comparison.fates.map { fate in
                switch fate {
                case .write: next.next() ?? .failure(BrokenRow(table: "report", column: "id"))
                case .resent(let draft, let first):
                    .success(.repeated(try draft.receipt(of: first, in: session)))
                }
            }
        }
    }

    /// What new reports say, which whoever comes next is compared with.
    ///
    /// They are plain, so they have no photos.
    private static func known(of drafts: [ReportDraft]) -> [UUIDBytes: KnownWords.Known] {
        var known: [UUIDBytes: KnownWords.Known] = [:]
        for draft in drafts {
            guard let comparison = draft.new.comparison else { continue }
            known[draft.id.uuid] = KnownWords.Known(
                version: draft.version,
                city: comparison.comparer.version,
                text: comparison.report.text,
                photos: []
            )
        }
        return known
    }

    private static func run(
        _ statement: SQL,
        for drafts: [ReportDraft],
        in session: borrowing Session
    ) throws -> [Result<Ledger.Recorded, any Error>] {
        let numbers = try session.query(statement).map { row -> (UUIDBytes, String) in
            (try row.decode(at: 0), try row.decode(at: 1))
        }
        let found = Dictionary(numbers) { first, _ in first }
        return drafts.map { draft in
            Result { () throws -> Ledger.Recorded in
                guard let number = found[draft.id.uuid] else {
                    return try Ledger.repeated(draft, in: session)
                }
                return .taken(
                    try Report(draft, number: number),
                    matches: draft.matches,
                    link: draft.link?.told
                )
            }
        }
    }
}

extension ReportDraft {
    /// What the sender was told of the report that was sent first; the request's name stands for it from now on.
    func receipt(of first: UUIDBytes, in session: borrowing Session) throws -> Receipt {
        let report = try session.query(
            "SELECT \(Report.columns) FROM report r WHERE r.id = \(first)"
        ).one { try Report(row: $0) }
        if let request {
            let answer = ReportDraft(new, as: request, id: report.id)
            try session.execute(
                """
                INSERT INTO remembered_request (name, content, report_id, answer, at)
                VALUES (\(request.name), \(request.content), \(first), \(Receipt.remembered(answer, photos: report.photos)), now())
                ON CONFLICT DO NOTHING
                """
            )
        }
        // A guess may be about a report that is hidden by now; what the sender said is known to them.
        return Receipt(report, matches: [], link: report.group.leader.map { MatterLink(to: $0, .confirmed) })
    }
}
