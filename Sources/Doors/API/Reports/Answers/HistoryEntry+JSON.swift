import Formats
import Ledger
import PostgreSQL
import Reports

extension JSONWriter {
    /// Writes what happened to a report; words of strangers only where the view shows them.
    mutating func history(_ entries: [HistoryEntry], as view: ReportView) {
        beginObject()
        key("entries")
        beginArray()
        for entry in entries { self.entry(entry, as: view) }
        endArray()
        endObject()
    }

    private mutating func entry(_ entry: HistoryEntry, as view: ReportView) {
        beginObject()
        key("version")
        integer(entry.version)
        key("at")
        string(entry.at.description)
        key("what")
        string(entry.what.rawValue)
        key("status")
        string(entry.status.rawValue)
        key("from_status")
        stringIfAny(entry.from?.rawValue)
        key("by")
        string(entry.actor.role.rawValue)
        key("by_name")
        stringIfAny(entry.actor.name)
        key("reason")
        stringIfAny(entry.reason)
        key("text")
        stringIfAny(view.showsText ? entry.text : nil)
        key("duplicate_of")
        stringIfAny(entry.detail("duplicate_of"))
        key("leader")
        stringIfAny(entry.detail("leader"))
        key("leader_status")
        stringIfAny(entry.detail("leader_status"))
        key("member")
        stringIfAny(entry.detail("member"))
        if view == .staff {
            key("public")
            bool(entry.isPublic)
        }
        endObject()
    }
}

extension HistoryEntry {
    /// What is kept of it under a name, if anything: another report's number, what became of that.
    fileprivate func detail(_ key: String) -> String? {
        let object = details.flatMap { try? JSON.parse($0.utf8) }?.objectValue
        return object?[key]?.stringValue
    }
}
