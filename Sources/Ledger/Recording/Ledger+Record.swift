import Formats
import PostgreSQL
package import Reports

extension Ledger {
    /// What became of a report that was to be recorded.
    package enum Recorded: Sendable {
        /// It is kept now, and these may be about the same matter.
        case taken(Report, matches: [Match])
        /// The same request was answered before; this is what was said then.
        case repeated(Receipt)

        /// The report, if it is kept now.
        var taken: Report? {
            if case .taken(let report, _) = self { report } else { nil }
        }

        /// What the sender is told.
        package var receipt: Receipt {
            switch self {
            case .taken(let report, let matches): Receipt(report, matches: matches)
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
        let insertion = ReportInsertion(draft: draft, numberPrefix: numberPrefix, timeZone: timeZone)
        let statement = insertion.statement
        let recorded: Recorded
        do {
            recorded = try await database.write { session in
                guard let number = try session.query(statement).first({ try $0.decode(String.self, at: 0) })
                else { return try Ledger.repeated(draft, in: session) }
                var report = try Report(new, id: draft.id, number: number)
                report.photos = try Ledger.attach(new.photos, to: report, as: request, in: session) {
                    Receipt.remembered(new, id: draft.id, photos: $0)
                }
                return .taken(report, matches: new.matches)
            }
        } catch DatabaseError.server(let failure) where failure.constraint == "report_external" {
            throw AlreadyImported()
        }
        if let report = recorded.taken { published([ReportMark(report)]) }
        return recorded
    }

    /// Writes a group with one statement and answers for each in order; throws where none was written.
    static func record(
        _ group: GroupInsertion,
        in database: Database
    ) async throws -> [Result<Recorded, any Error>] {
        let statement = group.statement
        return try await database.writeAtOnce { session in
            let numbers = try session.query(statement).map { row -> (UUIDBytes, String) in
                (try row.decode(at: 0), try row.decode(at: 1))
            }
            let found = Dictionary(numbers) { first, _ in first }
            return group.drafts.map { draft in
                Result { () throws -> Recorded in
                    guard let number = found[draft.id.uuid] else { return try repeated(draft, in: session) }
                    let report = try Report(draft.new, id: draft.id, number: number)
                    return .taken(report, matches: draft.new.matches)
                }
            }
        }
    }

    private static func repeated(_ draft: ReportDraft, in session: borrowing Session) throws -> Recorded {
        guard let request = draft.memory?.request, let receipt = try recall(request, in: session) else {
            throw BrokenRow(table: "remembered_request", column: "name")
        }
        return .repeated(receipt)
    }

    /// Gives a new report its photos, and tells the memory of the request how large they are.
    private static func attach(
        _ photos: [PhotoIdentifier],
        to report: Report,
        as request: NamedRequest?,
        in session: borrowing Session,
        remembering answer: ([ReportPhoto]) -> String
    ) throws -> [ReportPhoto] {
        guard !photos.isEmpty else { return [] }
        let attached = try PhotoRegister.attach(photos, to: report.id, version: 1, in: session)
        if let request {
            try session.execute(
                "UPDATE remembered_request SET answer = \(answer(attached)) WHERE name = \(request.name)"
            )
        }
        return attached
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

extension Report {
    /// The report as it stands right after it was taken in.
    fileprivate init(_ new: NewReport, id: ReportIdentifier, number: String) throws {
        guard let number = ReportNumber(parsing: number) else {
            throw BrokenRow(table: "report", column: "number")
        }
        self.init(
            id: id,
            number: number,
            kind: new.kind,
            category: new.category,
            status: new.status,
            words: new.words,
            channel: new.channel,
            answers: new.answers,
            placement: new.placement,
            precision: new.precision,
            due: new.due,
            created: new.created,
            updated: new.created,
            closed: new.status.isOpen ? nil : new.created,
            supporters: 0,
            version: new.status == .received ? 1 : 2
        )
    }
}
