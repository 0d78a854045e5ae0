import Geography
import Reports

/// One made-up report.
///
/// Times are microseconds since 1970, none later than the plan's end.
struct SeedReport: Equatable, Sendable {
    /// Its place in the sequence, from 0.
    let index: Int
    let kind: ReportKind
    let category: String
    let status: ReportStatus
    let description: String
    let coordinate: Coordinate
    /// The code of the district in which the coordinate lies.
    let district: String
    let created: Int64
    let updated: Int64
    /// When it ended; nil while it is open.
    let closed: Int64?
    /// How many others said 'me too'.
    let supporters: Int
}
