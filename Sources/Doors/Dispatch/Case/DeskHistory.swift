import Formats
import Ledger
import Pages
import PostgreSQL
import Reports
import Territory

/// What happened to a case, as staff read it: by whose hand, through which door, and what only they know.
struct DeskHistory {
    let desk: DeskCase
    let names: StaffNames

    private var visit: StaffVisit { desk.visit }

    func values(of entry: HistoryEntry) -> PageScope {
        [
            "version": .text(String(entry.version)),
            "iso": .text(entry.at.description),
            "when": .text(visit.dates.moment(entry.at)),
            "what": .text(sentence(entry)),
            "state": .text(entry.status.state),
            "hasState": .flag(entry.what == .status || entry.what == .received),
            "by": .text(hand(entry.actor)),
            "door": .text(entry.actor.door.map { visit.words("casedesk.doors.\($0.rawValue)") } ?? ""),
            "reason": .text(
                entry.reason.flatMap { ClosingReason(rawValue: $0) }?.name[visit.language] ?? ""
            ),
            "text": .text(entry.text ?? ""),
            "isInternal": .flag(!entry.isPublic),
        ]
    }

    private func sentence(_ entry: HistoryEntry) -> String {
        let plain = visit.words("history.\(entry.what.rawValue)")
        let details = entry.details.flatMap { try? JSON.parse($0.utf8) }?.objectValue
        switch entry.what {
        case .status:
            return visit.messages.text(
                "history.status",
                ["status": visit.words("shared.statuses.\(entry.status.rawValue)")]
            )
        case .assigned:
            let holder = details?["to"]?.numberValue.map { names.name(of: Int($0.double)) }
            return "\(plain): \(holder ?? visit.words("queue.holder.nobody"))"
        case .handed: return [plain, details?["to"]?.stringValue].compactMap { $0 }.joined(separator: ": ")
        case .asked, .answered:
            return [plain, details?["unit"]?.stringValue].compactMap { $0 }.joined(separator: ": ")
        case .moved:
            let (from, to) = (details?["from"]?.objectValue, details?["to"]?.objectValue)
            let places = [from, to].compactMap { place -> String? in
                guard let district = place?["district"]?.stringValue, let unit = place?["unit"]?.stringValue
                else { return nil }
                return "\(district) \(unit)"
            }
            return "\(plain): \(places.joined(separator: " → "))"
        case .redacted:
            guard let photo = details?["photo"]?.numberValue?.integer else { return plain }
            let covers = details?["boxes"]?.numberValue?.integer != 0
            return visit.messages.text(
                covers ? "casedesk.photoCovered" : "casedesk.photoUncovered",
                ["photo": String(photo)]
            )
        case .linked, .suggested, .unlinked:
            return [plain, details?["leader"]?.stringValue].compactMap { $0 }.joined(separator: ": ")
        case .joined, .left:
            return [plain, details?["member"]?.stringValue].compactMap { $0 }.joined(separator: ": ")
        default: return plain
        }
    }

    /// A member of the staff by name, a unit by its name, others by their role.
    private func hand(_ actor: Actor) -> String {
        var parts: [String] = []
        if let staff = actor.staff { parts.append(names.name(of: staff)) }
        if actor.role == .unit, let unit = actor.name.flatMap({ visit.city.units[$0] }) {
            parts.append(unit.code)
        } else if actor.staff == nil {
            parts.append(visit.words("history.by.\(actor.role.rawValue)"))
            if let name = actor.name { parts.append(name) }
        }
        return parts.joined(separator: ", ")
    }
}
