import PostgreSQL
import Reports

extension Ledger {
    /// Writes many reports in one transaction, all or none, then publishes them.
    ///
    /// Around all of them nobody else takes a report in meanwhile, which is decided before the first is written: two who
    /// write many never wait for each other in a circle.
    ///
    /// - Throws: what `record` throws, and nothing is kept.
    package func recordAll(_ new: [(report: NewReport, request: NamedRequest)]) async throws -> [Recorded] {
        let drafts = new.map { ReportDraft($0.report, as: $0.request) }
        let alone = LoneRecording(numberPrefix: numberPrefix, timeZone: timeZone, words: words)
        let recorded = try await database.write { session in
            try Neighbourhood(of: drafts.compactMap(\.new.comparison)).lock(in: session)
            return try drafts.map { draft in try alone.record(draft, in: session) }
        }
        published(recorded.flatMap { [$0.0.taken, $0.leader] }.compactMap { $0.map { ReportMark($0) } })
        return recorded.map(\.0)
    }
}
