package import Reports

/// What changed since somebody last asked.
package struct Changes: Sendable {
    /// A report that they may not know of any more, and forget.
    package struct Gone: Sendable, Equatable {
        package let id: ReportIdentifier
        package let number: ReportNumber
    }

    /// Each changed report once, as it stands now, in the order of their last changes.
    package let reports: [Report]
    package let gone: [Gone]
    /// Where to go on.
    package let cursor: FeedCursor
    /// Whether there is more already.
    package let hasMore: Bool
}
