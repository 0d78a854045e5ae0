import Formats
import PostgreSQL
import Reports

/// The statements of a list of changes, the latest first.
///
/// Like the walk of other lists they begin at a row, so that the plan that is kept for all lists goes along the index: what
/// it would expect of two bounds is so little that it would rather sort.
extension ListStatement {
    /// Where those among the last changed stand that meet the filter: of so many, or of all.
    func changed(among most: Int?, skipping: Int, limit: Int) -> SQL {
        guard let most else {
            return """
                SELECT r.created_at, r.id FROM report r
                WHERE \(before) AND \(since) AND \(SQL.joined(conditions, separator: " AND "))
                ORDER BY r.updated_at DESC, r.id DESC OFFSET \(Int64(skipping)) LIMIT \(Int64(limit))
                """
        }
        return """
            SELECT r.created_at, r.id FROM (
                SELECT r.updated_at, r.created_at, r.id, r.status, r.category, r.kind, r.unit, r.district, r.hidden, r.lon,
                    r.lat
                FROM report r WHERE \(before) ORDER BY r.updated_at DESC, r.id DESC LIMIT \(Int64(most))
            ) AS r
            WHERE \(since) AND \(SQL.joined(conditions, separator: " AND "))
            ORDER BY r.updated_at DESC, r.id DESC OFFSET \(Int64(skipping)) LIMIT \(Int64(limit))
            """
    }

    /// When the last of so many changed; no row if there are not so many.
    func changedLast(of most: Int) -> SQL {
        """
        SELECT r.updated_at FROM report r WHERE \(before)
        ORDER BY r.updated_at DESC, r.id DESC OFFSET \(Int64(most - 1)) LIMIT 1
        """
    }

    /// The same as `changed`, as a question to the index for rare things.
    func changedAsked(skipping: Int, limit: Int) -> SQL {
        var asked: [SQL] = []
        if !tokens.conditions.isEmpty {
            asked.append("\(tokens.conditions.joined(separator: " & "))::text::tsquery")
        }
        if let text = filter.text { asked.append("report_search(\(text.text))") }
        return """
            WITH hit AS MATERIALIZED (
                SELECT r.updated_at, r.created_at, r.id FROM report r
                WHERE \(ListStatement.indexed) @@ (\(SQL.joined(asked, separator: " && ")))
                    AND \(SQL.joined(conditions, separator: " AND "))
            )
            SELECT r.created_at, r.id FROM hit r WHERE \(before) AND \(since)
            ORDER BY r.updated_at DESC, r.id DESC OFFSET \(Int64(skipping)) LIMIT \(Int64(limit))
            """
    }

    /// Whether a moment lies in the time that is asked for.
    func isAsked(_ moment: Timestamp) -> Bool {
        moment >= filter.updatedFrom ?? PageKey.moments.lowerBound
    }

    private var before: SQL {
        "(r.updated_at, r.id) < (\(filter.updatedUntil ?? PageKey.moments.upperBound), \(UUIDBytes(high: 0, low: 0)))"
    }

    /// When it last changed, and when it came in: the latter in words that are no question to an index, or the plan that
    /// is kept would gather what came in and sort it.
    private var since: SQL {
        var bounds: [SQL] = ["r.updated_at >= \(filter.updatedFrom ?? PageKey.moments.lowerBound)"]
        if let from = filter.from { bounds.append("r.created_at + interval '0' >= \(from)") }
        if let until = filter.until { bounds.append("r.created_at + interval '0' < \(until)") }
        return SQL.joined(bounds, separator: " AND ")
    }
}
