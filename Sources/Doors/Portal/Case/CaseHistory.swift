import Formats
import Ledger
import Pages
import Reports
import Territory

/// What happened to a case, in sentences.
struct CaseHistory {
    let visit: Visit
    let view: ReportView

    func values(of entry: HistoryEntry) -> PageScope {
        [
            "iso": .text(entry.at.description),
            "when": .text(visit.dates.moment(entry.at)),
            "kind": .text(entry.what.rawValue),
            "what": .text(sentence(entry)),
            "status": .text(entry.status.rawValue),
            "state": .text(entry.status.state),
            "hasState": .flag(entry.what == .status || entry.what == .received),
            "by": .text(name(of: entry.actor)),
            "reason": .text(reason(entry)),
            "text": .text(view.showsText ? entry.text ?? "" : ""),
        ]
    }

    /// The same for a feed: what it was, by whom, and the words that go with it.
    func told(_ entry: HistoryEntry) -> (what: String, by: String, text: String) {
        let text = view.showsText ? entry.text ?? "" : ""
        let parts = [reason(entry), text].filter { !$0.isEmpty }
        return (sentence(entry), name(of: entry.actor), parts.joined(separator: "\n"))
    }

    private func sentence(_ entry: HistoryEntry) -> String {
        guard entry.what == .status else { return visit.words("history.\(entry.what.rawValue)") }
        return visit.messages.text(
            "history.status",
            ["status": visit.words("shared.statuses.\(entry.status.rawValue)")]
        )
    }

    /// A unit by its name; who is nobody in particular by the role.
    private func name(of actor: Actor) -> String {
        if actor.role == .unit, let unit = actor.name.flatMap({ visit.city.units[$0] }) {
            return unit.name[visit.language]
        }
        return visit.words("history.by.\(actor.role.rawValue)")
    }

    private func reason(_ entry: HistoryEntry) -> String {
        entry.reason.flatMap { ClosingReason(rawValue: $0) }?.name[visit.language] ?? ""
    }
}
