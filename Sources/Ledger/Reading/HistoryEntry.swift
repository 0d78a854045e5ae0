package import Formats
package import PostgreSQL
package import Reports

/// One thing that happened to a report, as its reader may know it.
package struct HistoryEntry: Sendable, Equatable {
    /// The version that it raised the report to.
    package let version: Int
    package let what: EventKind
    /// The status before; nil for the first event.
    package let from: ReportStatus?
    package let status: ReportStatus
    package let at: Timestamp
    /// Who did it; who is not staff sees a name of units only, and neither account nor door.
    package let actor: Actor
    package let reason: String?
    /// What was written with it: the original for staff, masked for everybody else.
    package let text: String?
    package let isPublic: Bool
    /// What else is kept of it, as a JSON object.
    package let details: JSONText?
}

/// Who reads the history of a report.
package enum HistoryReader: Sendable, Equatable {
    case audience(Audience)
    /// Staff who may know what happened, but read what was written as everybody does.
    case withoutOriginals
    /// Its sender, who may see a report that is hidden from everybody.
    case reporter

    var isStaff: Bool {
        switch self {
        case .audience(let audience): audience.isStaff
        case .withoutOriginals: true
        case .reporter: false
        }
    }

    /// Whether they read what was written as it was written.
    var readsOriginals: Bool { isStaff && self != .withoutOriginals }

    /// Whether they may know of a `report` named `r`.
    var condition: SQL {
        switch self {
        case .audience(let audience): audience.condition
        case .reporter, .withoutOriginals: "true"
        }
    }
}
