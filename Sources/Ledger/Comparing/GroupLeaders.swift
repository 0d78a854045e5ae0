import PostgreSQL
import Reports

/// Who leads the groups of some reports.
struct GroupLeaders {
    struct Leader {
        let id: UUIDBytes
        let number: ReportNumber
        /// Whether everybody may know of it.
        let isPublic: Bool
    }

    private let leaders: [UUIDBytes: Leader]

    /// Looks for the leaders of reports; what is closed leads nobody new.
    init(of reports: Set<UUIDBytes>, withheld: [String], in session: borrowing Session) throws {
        guard !reports.isEmpty else {
            leaders = [:]
            return
        }
        let found = try session.query(
            """
            SELECT asked.id, r.id, r.number, \(PublicCondition.sql(withheld: withheld)) FROM unnest(\(Array(reports))) AS asked (id)
                JOIN report r ON r.id = report_leader(asked.id)
            WHERE r.closed_at IS NULL
            """
        ).map { row -> (UUIDBytes, Leader) in
            guard let number = ReportNumber(parsing: try row.decode(String.self, at: 2)) else {
                throw BrokenRow(table: "report", column: "number")
            }
            return (
                try row.decode(at: 0),
                Leader(id: try row.decode(at: 1), number: number, isPublic: try row.decode(at: 3))
            )
        }
        leaders = Dictionary(found) { first, _ in first }
    }

    /// The leader of what a report is linked to, or suggested to be; nil where it stands alone.
    func of(_ neighbour: Neighbour) -> Leader? {
        neighbour.above.flatMap { leaders[$0] }
    }
}
