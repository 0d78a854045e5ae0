/// Why positions don't make the geometry they were meant to.
package enum GeometryFlaw: Error, Hashable, Sendable {
    /// A line needs two positions at least; it had so many.
    case lineTooShort(Int)
    /// A ring needs four positions at least, the last repeating the first; it had so many.
    case ringTooShort(Int)
    /// A ring's last position isn't its first.
    case ringNotClosed
}

extension GeometryFlaw: CustomStringConvertible {
    /// The flaw in plain words.
    package var description: String {
        switch self {
        case .lineTooShort(let count): "a line needs at least 2 positions, this has \(count)"
        case .ringTooShort(let count): "a ring needs at least 4 positions, this has \(count)"
        case .ringNotClosed: "a ring must end where it began"
        }
    }
}
