import Formats
import PostgreSQL
package import Reports

extension Ledger {
    /// What became of a report that was to be recorded.
    package enum Recorded: Sendable {
        /// It is kept now; these may be about the same matter, and this is what it was linked to.
        case taken(Report, matches: [Match], link: MatterLink?)
        /// The same request was answered before; this is what was said then.
        case repeated(Receipt)

        /// The report, if it is kept now.
        var taken: Report? {
            if case .taken(let report, _, _) = self { report } else { nil }
        }

        /// What the sender is told.
        package var receipt: Receipt {
            switch self {
            case .taken(let report, let matches, let link): Receipt(report, matches: matches, link: link)
            case .repeated(let receipt): receipt
            }
        }
    }

    /// Writes a report with all that belongs to it in one transaction, then publishes it.
    ///
    /// - Throws: `NameTaken` if the request's name stands for something else, `AlreadyImported` if the other system's
    ///   name is known, `PhotoAttachmentRefused`, and what the database throws.
    package func record(_ new: NewReport, as request: NamedRequest? = nil) async throws -> Recorded {
        let draft = ReportDraft(new, as: request)
        if draft.isPlain, let recorded = try await gathering.record(draft) { return recorded }
        let alone = LoneRecording(numberPrefix: numberPrefix, timeZone: timeZone, words: words)
        let (recorded, leader): (Recorded, Report?)
        do {
            (recorded, leader) = try await database.write { session in try alone.record(draft, in: session) }
        } catch DatabaseError.server(let failure) where failure.constraint == "report_external" {
            throw AlreadyImported()
        }
        published([recorded.taken, leader].compactMap { $0.map { ReportMark($0) } })
        return recorded
    }

    static func repeated(_ draft: ReportDraft, in session: borrowing Session) throws -> Recorded {
        guard let request = draft.request, let receipt = try recall(request, in: session) else {
            throw BrokenRow(table: "remembered_request", column: "name")
        }
        return .repeated(receipt)
    }

    /// What was answered to a request of the same name and content; nil if none was.
    ///
    /// - Throws: `NameTaken` if the name stands for something else.
    package func recall(_ request: NamedRequest) async throws -> Receipt? {
        try await database.read { session in try Ledger.recall(request, in: session) }
    }

    private static func recall(_ request: NamedRequest, in session: borrowing Session) throws -> Receipt? {
        let found = try session.query(
            """
            SELECT m.content, r.number, m.answer FROM remembered_request m JOIN report r ON r.id = m.report_id
            WHERE m.name = \(request.name)
            """
        ).first { row -> (content: [UInt8], number: String, answer: String) in
            (try row.decode(at: 0), try row.decode(at: 1), try row.decode(at: 2))
        }
        guard let found else { return nil }
        guard found.content == request.content else { throw NameTaken() }
        guard let number = ReportNumber(parsing: found.number) else {
            throw BrokenRow(table: "report", column: "number")
        }
        return try Receipt(number: number, remembered: found.answer)
    }
}

/// The other system's report was brought before.
package struct AlreadyImported: Error, Sendable {}
