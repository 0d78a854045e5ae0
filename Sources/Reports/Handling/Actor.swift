/// Who does something to a report.
package struct Actor: Hashable, Sendable {
    package let role: ActorRole
    /// A key's name or a unit's code, never a person's.
    package let name: String?

    package init(_ role: ActorRole, name: String? = nil) {
        self.role = role
        self.name = name
    }
}

/// As what somebody acts; the words are kept in the database.
package enum ActorRole: String, CaseIterable, Sendable {
    /// Who sent the report, known by its secret link.
    case reporter
    /// Anybody.
    case resident
    /// The unit in charge.
    case unit
    /// The contact centre, for any report.
    case centre
    /// Another system that brings its reports.
    case importer
    /// The service itself.
    case system
}
