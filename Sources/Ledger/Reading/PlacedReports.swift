package import Formats
import Geography
package import PostgreSQL
import Reports
package import Territory

/// Reads the reports as they were placed, one after the other, all as of one moment.
package struct PlacedReports: Sendable {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    /// Looks at every report that came in at or after a moment, and returns what they add up to; writes nothing.
    package func replay(_ replay: Replay, since moment: Timestamp?) async throws -> Replay {
        try await database.readSnapshot { session in
            var replay = replay
            try session.execute("SET LOCAL statement_timeout = 0")
            // COPY takes no binds; a number cannot do harm.
            let start = moment.map { "to_timestamp(\($0.seconds))" } ?? "'-infinity'"
            try session.copyOut(
                """
                SELECT number, lon, lat, category, kind, created_at, unit, placement -> 'answers' FROM report
                WHERE created_at >= \(unsafeSQL: start) ORDER BY created_at, number
                """
            ) { row in
                try replay.add(Replay.PlacedReport(row: row))
            }
            return replay
        }
    }
}

extension Replay.PlacedReport {
    fileprivate init(row: borrowing CopyRow) throws {
        guard
            let coordinate = Coordinate(
                longitude: try row.decode(at: 1),
                latitude: try row.decode(at: 2)
            )
        else { throw BrokenRow(table: "report", column: "lon") }
        let answers = try row.decode(JSONText?.self, at: 7).flatMap { try? JSON.parse($0.utf8) }
        self.init(
            number: try row.decode(at: 0),
            coordinate: coordinate,
            category: try row.decode(at: 3),
            kind: try row.decode(at: 4),
            created: try row.decode(at: 5),
            unit: try row.decode(at: 6),
            answers: answers?.objectValue.map(Replay.PlacedReport.answers) ?? [:]
        )
    }

    private static func answers(_ object: JSONObject) -> [String: [String]] {
        Dictionary(
            object.members.map { ($0.name, $0.value.arrayValue?.compactMap(\.stringValue) ?? []) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
