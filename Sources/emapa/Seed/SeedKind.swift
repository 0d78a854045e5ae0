/// What a report is; the raw value is the database's word.
enum SeedKind: String, Sendable, CaseIterable {
    case intervention
    case idea
    case inquiry
}
