import Geography
import Reports

/// A filter as a question to the index `report_asked`: lexemes as `report_tokens` makes them.
///
/// It may leave something out, never demand too much: the statement checks every condition besides.
struct ListTokens {
    /// Beyond this many values a condition is left to the check.
    private static let mostValues = 64

    /// Conditions of which each must be met, as text of a tsquery.
    private(set) var conditions: [String] = []

    init(_ filter: ReportFilter, units: [String]) {
        let kinds = filter.kinds.map { $0.map(\.rawValue).sorted() } ?? []
        let statuses = filter.statuses.map { $0.map(\.rawValue).sorted() } ?? []
        let categories = filter.categories
        // What one value excludes in another is asked as a pair: both alone may be half of all reports.
        let hasStatus = add("ks", kinds, statuses)
        let hasCategory = add("kc", kinds, categories)
        let hasUnit = add("ku", kinds, units)
        let hasBoth = add("uc", units, categories)
        if !hasStatus, !hasCategory, !hasUnit { add("k", kinds) }
        if !hasStatus { add("s", statuses) }
        if !hasCategory, !hasBoth { add("c", categories) }
        if !hasUnit, !hasBoth { add("u", units) }
        add("d", filter.districts)
        if let bounds = filter.near?.bounds ?? filter.bounds ?? filter.box?.soleBounds {
            add(TileCover(bounds))
        }
    }

    /// The question about the time of a window; empty if that is all time and nothing else is asked.
    func text(in window: ListWindow) -> String {
        let time = window.spans.map { [ListTokens.any($0.map { "w\(window.weeks):\($0)" })] } ?? []
        return (conditions + time).joined(separator: " & ")
    }

    private mutating func add(_ name: String, _ values: [String]) {
        guard !values.isEmpty, values.count <= ListTokens.mostValues else { return }
        conditions.append(ListTokens.any(values.map { "\(name):\($0)" }))
    }

    /// Adds the pairs of two conditions, if both are set and they are not too many.
    private mutating func add(_ name: String, _ left: [String], _ right: [String]) -> Bool {
        guard !left.isEmpty, !right.isEmpty, left.count * right.count <= ListTokens.mostValues else {
            return false
        }
        add(name, left.flatMap { first in right.map { "\(first)/\($0)" } })
        return true
    }

    private mutating func add(_ cover: TileCover) {
        guard !cover.tiles.isEmpty else { return }
        conditions.append(ListTokens.any(cover.tiles.map { "g\(cover.zoom):\($0)" }))
    }

    private static func any(_ lexemes: [String]) -> String {
        "(" + lexemes.map(quoted).joined(separator: " | ") + ")"
    }

    private static func quoted(_ lexeme: String) -> String {
        "'" + lexeme.replacing("\\", with: "\\\\").replacing("'", with: "''") + "'"
    }
}

extension DegreeBox {
    /// The bounds around it, if they are one box.
    fileprivate var soleBounds: Bounds? { isCrossing ? nil : cover.first }
}
