/// GEOS refused to compute, with its own words for why.
package struct GeometryError: Error, Hashable, Sendable {
    /// What was asked for.
    package let operation: String
    /// What GEOS said, cut to a few hundred bytes; empty if it said nothing.
    package let message: String
}

extension GeometryError: CustomStringConvertible {
    /// The operation that failed; the message is for the log.
    package var description: String { "the geometry could not be computed (\(operation))" }
}
