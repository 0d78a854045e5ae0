import Reports

/// What the generator knows about a category.
struct SeedCategory {
    let code: String
    let kind: ReportKind
    let firstActionDays: Int
    let closureDays: Int
    /// How many of all, month by month, January first.
    let weights: [Int]
    let texts: [SeedTemplate]
    /// Texts for a storm; empty if those above do.
    let stormTexts: [SeedTemplate]
}
