import PostgreSQL

/// The reports whose last change lies after a place, in the order of those changes.
struct LastChanges {
    /// So many events are looked through at once; most are some report's last.
    private static let leastEvents = 256
    private static let mostEvents = 4_096

    /// The report, and whether nothing happened to it later.
    static let columns: SQL = """
        e.report_id, NOT EXISTS (
            SELECT FROM report_event later WHERE later.report_id = e.report_id AND later.version > e.version)
        """

    private(set) var reports: [UUIDBytes] = []
    /// Where to go on.
    private(set) var end: FeedCursor
    private(set) var hasMore: Bool

    init(after cursor: FeedCursor, limit: Int, at moment: FeedMoment, in session: borrowing Session) throws {
        let scan = FeedScan<UUIDBytes?>(columns: { _ in LastChanges.columns }) { row, _ in
            try row.decode(Bool.self, at: 3) ? try row.decode(UUIDBytes.self, at: 2) : nil
        }
        let (events, _) = max(1, limit).multipliedReportingOverflow(by: 2)
        let outcome = try scan.run(
            after: cursor,
            limit: min(LastChanges.mostEvents, max(LastChanges.leastEvents, events)),
            at: moment,
            in: session
        )
        end = outcome.end
        hasMore = outcome.isCutOff
        for (index, event) in outcome.values.enumerated() {
            guard let report = event.value else { continue }
            reports.append(report)
            guard reports.count == max(1, limit), index < outcome.values.count - 1 else { continue }
            end = event.place
            hasMore = true
            return
        }
    }
}
