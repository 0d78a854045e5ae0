package import Formats
package import Reports

extension Ledger {
    /// Adds photos that are stored already; those that the report has are passed over.
    ///
    /// - Throws: `NoSuchReport`, `NotTheUnits`, `PhotoAttachmentRefused`.
    package func attach(
        _ photos: [PhotoIdentifier],
        to number: ReportNumber,
        by actor: Actor,
        at moment: Timestamp = .now
    ) async throws -> Report {
        try await change(number, at: moment) { report, session in
            try actor.mayHandle(report)
            let added = try PhotoRegister.attach(
                photos,
                to: report.id,
                version: report.version + 1,
                in: session
            )
            guard !added.isEmpty else { return nil }
            var change = ReportChange(.photos, by: actor) { $0.photos += added }
            change.details = Ledger.details(of: added)
            return change
        }
    }

    private static func details(of photos: [ReportPhoto]) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("photos")
        json.strings(photos.map(\.id.description))
        json.endObject()
        return json.bytes
    }
}
