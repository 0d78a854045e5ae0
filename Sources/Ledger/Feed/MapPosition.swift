/// How far a map has come.
package struct MapPosition: Sendable, Equatable {
    /// Everything up to here is on it.
    var cursor: FeedCursor
    /// Events of transactions that are not complete yet, by their sequences, that are on it already.
    var ahead: Set<Int64> = []
}

extension MapPosition: CustomStringConvertible {
    /// Reads what `description` writes; nil for anything else.
    package init?(parsing text: some StringProtocol) {
        guard let cursor = FeedCursor(parsing: text) else { return nil }
        self.init(cursor: cursor)
    }

    /// The place with its epoch, in letters and digits, to be kept beside a map.
    ///
    /// What is on the map ahead of it is left out: it is told again then, and a mark's version makes that harmless.
    package var description: String { cursor.description }
}
