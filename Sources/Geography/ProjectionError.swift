/// Why a projection couldn't be made or used.
package enum ProjectionError: Error, Hashable, Sendable {
    /// The library has no such projection, mostly because its database (`proj.db`) isn't installed.
    case unavailable(reason: String)
    /// A place is so far away that the grid doesn't reach it.
    case outOfReach
}

extension ProjectionError: CustomStringConvertible {
    /// The failure in plain words.
    package var description: String {
        switch self {
        case .unavailable(let reason): "the projection is not available: \(reason)"
        case .outOfReach: "the place is outside of the projection's reach"
        }
    }
}
