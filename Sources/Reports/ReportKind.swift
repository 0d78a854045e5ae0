/// What a report asks for.
package enum ReportKind: String, CaseIterable, Sendable {
    /// Something is broken, dirty or in the way: a unit must act.
    case intervention
    /// A proposal for the city, weighed rather than repaired.
    case idea
    /// A question.
    case inquiry
}
