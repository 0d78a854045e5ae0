/// How long a request target may be.
package struct TargetLimits: Sendable {
    /// Bytes of the whole target as sent.
    package let bytes: Int
    /// Segments of the path.
    package let segments: Int
    /// What the query may hold.
    package let query: FormLimits

    /// Gives every bound.
    package init(bytes: Int, segments: Int, query: FormLimits) {
        self.bytes = bytes
        self.segments = segments
        self.query = query
    }

    /// What every address of ours needs, several times over.
    package static let standard = TargetLimits(bytes: 8_192, segments: 32, query: .query)
}
