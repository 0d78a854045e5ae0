/// What a key is for.
package enum KeyScope: String, CaseIterable, Hashable, Sendable {
    /// Sending in reports and what belongs to them.
    case report
    /// Sending in what another system has taken already, with its dates and states.
    case `import`
    /// Handling the reports of one unit.
    case unit
}

extension KeyScope: Comparable {
    /// The order in which scopes are listed.
    package static func < (left: KeyScope, right: KeyScope) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
