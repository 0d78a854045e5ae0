import Formats
import Reports

extension ImportedFacts {
    private static let longestName = 200
    /// No system that brings reports is older.
    private static let earliest = CivilDate(daysSince1970: 10_957)  // 2000-01-01

    /// Reads `created`, `status` and `external_id`; nil if none of them is there.
    static func read(_ reader: inout FieldReader, now: Timestamp) -> ImportedFacts? {
        let created = reader.parsed("created", .optional, length: 1...40, notAMoment) {
            Timestamp(parsing: $0)
        }
        if let created, created > now || created < earliest.start { reader.report("created", .range, outOfTime) }
        let facts = ImportedFacts(
            created: created,
            status: reader.choice("status", .optional, as: ReportStatus.self),
            externalID: reader.string("external_id", .optional, length: 1...longestName)
        )
        return facts == ImportedFacts() ? nil : facts
    }

    private static let notAMoment = LocalizedText(
        pl: "Oczekiwano daty i czasu, jak 2026-06-30T12:00:00Z.",
        en: "Expected a moment as in 2026-06-30T12:00:00Z."
    )
    private static let outOfTime = LocalizedText(
        pl: "Od początku roku 2000 i nie w przyszłości.",
        en: "From the year 2000 on, and not in the future."
    )
}
