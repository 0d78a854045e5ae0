import Formats
import FoundationEssentials
import Reports

/// The tables of docs/handling.md as the code has them.
enum HandlingPage {
    static let path =
        "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/docs/handling.md"

    static func text() throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }

    /// The page with each table between its two marks as the code has it.
    static func renewed(_ page: String) -> String {
        var page = page
        for kind in ReportKind.allCases {
            for (part, table) in [("statuses", statuses(of: kind)), ("steps", steps(of: kind))] {
                let marks = ("<!-- \(kind.rawValue) \(part) -->\n", "<!-- end -->")
                guard let start = page.firstRange(of: marks.0),
                    let end = page[start.upperBound...].firstRange(of: marks.1)
                else { continue }
                page.replaceSubrange(start.upperBound..<end.lowerBound, with: table)
            }
        }
        return page
    }

    static func statuses(of kind: ReportKind) -> String {
        let rows = HandlingTable.standard.statuses(of: kind).map { status in
            let name = status.name(of: kind)
            let marks = [
                status.isOpen ? "open" : "closed",
                status.isPublic(of: kind) ? "public" : "staff only",
                "clock \(status.clock.rawValue)",
            ]
            return "| `\(status.rawValue)` | \(name.pl) | \(name.en) | \(marks.joined(separator: ", ")) |\n"
        }
        return "| status | in Polish | in English | |\n|---|---|---|---|\n" + rows.joined()
    }

    /// One line for all steps from a status that are alike.
    static func steps(of kind: ReportKind) -> String {
        var lines = ["| from | to | who | |\n|---|---|---|---|\n"]
        for status in HandlingTable.standard.statuses(of: kind) {
            var alike: [(end: String, targets: [String])] = []
            for step in HandlingTable.standard.steps(of: kind, from: status) {
                let end = end(of: step)
                if let position = alike.firstIndex(where: { $0.end == end }) {
                    alike[position].targets.append("`\(step.to.rawValue)`")
                } else {
                    alike.append((end, ["`\(step.to.rawValue)`"]))
                }
            }
            for (end, targets) in alike {
                lines.append("| `\(status.rawValue)` | \(targets.joined(separator: ", ")) | \(end) |\n")
            }
        }
        return lines.joined()
    }

    private static func end(of step: HandlingStep) -> String {
        let roles = step.roles.filter { $0 != .importer }.map(\.rawValue).joined(separator: ", ")
        var notes: [String] = []
        if step.demand == .reason { notes.append("with a reason") }
        if let days = step.reporterDays { notes.append("the reporter within \(days) days") }
        if step.clock != .keeps { notes.append("the clock \(step.clock.rawValue)") }
        return "\(roles) | \(notes.joined(separator: "; "))"
    }
}
