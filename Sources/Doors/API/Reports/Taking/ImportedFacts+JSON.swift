import Formats
import Reports

extension ImportedFacts {
    private static let longestName = 200
    /// Reads `created`, `status` and `external_id`; nil if none of them is there.
    static func read(_ reader: inout FieldReader) -> ImportedFacts? {
        let created = reader.parsed("created", .optional, length: 1...40, notAMoment) {
            Timestamp(parsing: $0)
        }
        let facts = ImportedFacts(
            source: "",
            created: created,
            status: reader.choice("status", .optional, as: ReportStatus.self),
            externalID: reader.string("external_id", .optional, length: 1...longestName)
        )
        return facts == ImportedFacts(source: "") ? nil : facts
    }

    private static let notAMoment = LocalizedText(
        pl: "Oczekiwano daty i czasu, jak 2026-06-30T12:00:00Z.",
        en: "Expected a moment as in 2026-06-30T12:00:00Z."
    )
}
