package import Formats

/// A time during which a report was closed before it was reopened.
package struct ClosedSpell: Hashable, Sendable {
    package let closed: Timestamp
    package let reopened: Timestamp

    package init(closed: Timestamp, reopened: Timestamp) {
        self.closed = closed
        self.reopened = reopened
    }
}
