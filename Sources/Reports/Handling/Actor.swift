/// Who did something to a report, without a word about the person.
package struct Actor: Hashable, Sendable {
    package let role: ActorRole
    /// A key's name or a unit's code; never a person's datum.
    package let name: String?
    /// The number of the account, if it was staff who signed in.
    package let staff: Int?
    /// Through which door; nil where no door was needed.
    package let door: DoorName?

    /// Somebody who acts in a role.
    package init(_ role: ActorRole, name: String? = nil, staff: Int? = nil, through door: DoorName? = nil) {
        self.role = role
        self.name = name
        self.staff = staff
        self.door = door
    }

    /// The same one, coming through a door.
    package func through(_ door: DoorName) -> Actor {
        Actor(role, name: name, staff: staff, through: door)
    }

    /// The service itself.
    package static let system = Actor(.system)
    /// Who sent the report, known by its secret link.
    package static let reporter = Actor(.reporter)
    /// Anybody.
    package static let resident = Actor(.resident)
}
