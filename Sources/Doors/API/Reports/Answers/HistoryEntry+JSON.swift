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
        stringIfAny(entry.original)
        if view == .staff {
            key("public")
            bool(entry.isPublic)
        }
        endObject()
    }
}

extension HistoryEntry {
    /// The number of the report that this one repeats, if that is what happened.
    fileprivate var original: String? {
        let object = details.flatMap { try? JSON.parse($0.utf8) }?.objectValue
        return object?["duplicate_of"]?.stringValue
    }
}
