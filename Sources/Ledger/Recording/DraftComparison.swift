import Duplicates
import Formats
import PostgreSQL
import Reports

/// Compares new reports with what is there, in the transaction that writes them.
///
/// From its first statement on nobody else takes a report in near by. The reports must not be near each other.
struct DraftComparison {
    /// What is to be done with each, in their order.
    private(set) var fates: [Fate] = []

    enum Fate {
        /// It is written, with what was found.
        case write(ReportDraft)
        /// Its sender has sent it before, as this report.
        case resent(ReportDraft, UUIDBytes)
    }

    init(_ drafts: [ReportDraft], words: KnownWords, in session: borrowing Session) throws {
        let comparisons = drafts.compactMap(\.new.comparison)
        try Neighbourhood(of: comparisons).lock(in: session)
        let answered = try AnsweredBefore(drafts, in: session)
        let search = try TwinSearch(around: comparisons, words: words, in: session)
        for draft in drafts {
            // What was answered to a name is answered again, whatever else is there by now.
            if answered.isNamed(draft) {
                fates.append(.write(draft))
            } else if let first = answered.first(of: draft) {
                fates.append(.resent(draft, first))
            } else {
                fates.append(.write(try DraftComparison.compared(draft, by: search, in: session)))
            }
        }
    }

    /// What is written.
    var drafts: [ReportDraft] {
        fates.compactMap { if case .write(let draft) = $0 { draft } else { nil } }
    }

    private static func compared(
        _ draft: ReportDraft,
        by search: TwinSearch,
        in session: borrowing Session
    ) throws -> ReportDraft {
        guard var comparison = draft.new.comparison else { return draft }
        comparison.report.photos = try ComparedRows.likenesses(of: draft.new.photos, in: session)
        comparison.report.sender = draft.new.sender?.sender.high
        let different = Set(draft.new.differentFrom.map(\.uuid))
        let twins = try search.twins(of: comparison, different: different, in: session)
        var draft = draft
        draft.matches = twins.matches
        if draft.new.status.isOpen, let suggestion = twins.suggestion {
            draft.link = .suggested(
                leader: suggestion.leader,
                suggestion.match,
                isPublic: suggestion.isPublic
            )
        }
        return draft
    }
}

/// Which of some reports were sent before: under the same name, or the same by the same sender within minutes.
struct AnsweredBefore {
    private let named: Set<UUIDBytes>
    private let first: [UUIDBytes: UUIDBytes]

    init(_ drafts: [ReportDraft], in session: borrowing Session) throws {
        let named = drafts.filter { $0.request != nil }
        let names = named.flatMap { $0.request?.name ?? [] }
        self.named =
            named.isEmpty
            ? []
            : Set(
                try session.query(
                    """
                    SELECT asked.id FROM unnest(\(named.map(\.id.uuid))) WITH ORDINALITY AS asked (id, nth)
                    WHERE EXISTS (SELECT FROM remembered_request m
                        WHERE m.name = substr(\(names), (asked.nth::integer - 1) * 32 + 1, 32))
                    """
                ).map { try $0.decode(at: 0) }
            )
        let signed = drafts.filter { $0.new.sender != nil }
        guard !signed.isEmpty else {
            first = [:]
            return
        }
        let pairs = try session.query(
            """
            SELECT asked.id, s.report_id FROM unnest(
                \(signed.map(\.id.uuid)), \(signed.compactMap { $0.new.sender?.fingerprint }),
                \(signed.map { $0.new.created.advanced(bySeconds: -ReportSender.resendSeconds) })
            ) AS asked (id, fingerprint, since)
                JOIN report_sender s ON s.fingerprint = asked.fingerprint AND s.at >= asked.since
            """
        ).map { row -> (UUIDBytes, UUIDBytes) in (try row.decode(at: 0), try row.decode(at: 1)) }
        first = Dictionary(pairs) { first, _ in first }
    }

    /// Whether a request of the draft's name was answered.
    func isNamed(_ draft: ReportDraft) -> Bool { named.contains(draft.id.uuid) }

    /// The report that its sender has sent with the same words.
    func first(of draft: ReportDraft) -> UUIDBytes? { first[draft.id.uuid] }
}
