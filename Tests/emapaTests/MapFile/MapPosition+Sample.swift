import Ledger
import Testing

extension MapPosition {
    /// A place of no feed.
    static func sample() throws -> MapPosition {
        try #require(MapPosition(parsing: "AAAAAAAAAAcAAAAAAAAE0gAAAAAAAAA4PUbM"))
    }

    /// The next place of that feed.
    static func nextSample() throws -> MapPosition {
        try #require(MapPosition(parsing: "AAAAAAAAAAcAAAAAAAAE0gAAAAAAAAA5PESb"))
    }
}
