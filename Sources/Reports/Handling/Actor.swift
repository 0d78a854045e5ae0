/// Who did something to a report, without a word about the person.
package struct Actor: Hashable, Sendable {
    package let role: ActorRole
    /// A key's name or a unit's code; never a person's datum.
    package let name: String?

    /// Somebody who acts in a role.
    package init(_ role: ActorRole, name: String? = nil) {
        self.role = role
        self.name = name
    }

    /// The service itself.
    package static let system = Actor(.system)
    /// Who sent the report, known by its secret link.
    package static let reporter = Actor(.reporter)
    /// Anybody.
    package static let resident = Actor(.resident)
}
