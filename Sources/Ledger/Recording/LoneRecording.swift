import Formats
import PostgreSQL
import Reports

/// Writes one report with all that belongs to it: photos, contact, what its sender says it is the same as.
struct LoneRecording: Sendable {
    let numberPrefix: String
    let timeZone: String
    let words: KnownWords

    /// Writes it, and answers with the leader of the group that it has joined, if any.
    func record(
        _ draft: ReportDraft,
        in session: borrowing Session
    ) throws -> (Ledger.Recorded, leader: Report?) {
        var draft = draft
        switch try DraftComparison([draft], words: words, in: session).fates.first {
        case .resent(_, let first)?: return (.repeated(try draft.receipt(of: first, in: session)), nil)
        case .write(let compared)?: draft = compared
        case nil: break
        }
        let leader = try draft.new.sameAs.flatMap {
            try GroupJoining.leader(of: $0.uuid, for: draft, in: session)
        }
        if let leader { draft.link = leader.link }
        let insertion = ReportInsertion(draft: draft, numberPrefix: numberPrefix, timeZone: timeZone)
        guard let number = try session.query(insertion.statement).first({ try $0.decode(String.self, at: 0) })
        else { return (try Ledger.repeated(draft, in: session), nil) }
        var report = try Report(draft, number: number)
        report.photos = try attach(draft.new.photos, to: report, of: draft, in: session)
        let joined = try leader.flatMap { try $0.take(report, in: session) }
        return (.taken(report, matches: draft.matches, link: draft.link?.told), joined)
    }

    /// Gives a new report its photos, and tells the memory of the request how large they are.
    private func attach(
        _ photos: [PhotoIdentifier],
        to report: Report,
        of draft: ReportDraft,
        in session: borrowing Session
    ) throws -> [ReportPhoto] {
        guard !photos.isEmpty else { return [] }
        let attached = try PhotoRegister.attach(photos, to: report.id, version: 1, in: session)
        if let request = draft.request {
            let answer = Receipt.remembered(draft, photos: attached)
            try session.execute(
                "UPDATE remembered_request SET answer = \(answer) WHERE name = \(request.name)"
            )
        }
        return attached
    }
}
