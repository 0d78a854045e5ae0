import Formats

/// The checks of the editions of layers and their days.
struct EditionChecks {
    /// Documents that say themselves from when their parts are in force.
    static let standingOnce = ["city", "categories", "units", "routing", "holidays", "danger", "duplicates"]

    let documents: CityDocuments
    let day: CivilDate

    func run(_ findings: inout [Finding]) {
        for name in documents.names {
            let editions = documents[name]
            if name.hasPrefix("zones/"), !CityDocuments.isZoneLayer(name) {
                findings.add(
                    .error,
                    in: name,
                    "is no name for a layer",
                    mend: "use a-z, 0-9, '-' and '_', a letter first"
                )
            }
            if EditionChecks.standingOnce.contains(name), editions.contains(where: { $0.validFrom != nil }) {
                findings.add(
                    .error,
                    in: name,
                    "has an edition with a day, but says itself from when its parts are in force",
                    mend: "write valid_from into the document"
                )
                continue
            }
            if let first = editions.first?.validFrom {
                findings.add(
                    name == "districts" ? .warning : .note,
                    in: name,
                    at: "edition of \(first)",
                    "is the first one: before that day there is nothing",
                    mend: "import the edition before it, without --valid-from"
                )
            }
            for edition in editions {
                guard let from = edition.validFrom, from > day else { continue }
                findings.add(
                    .note,
                    in: name,
                    at: "edition of \(from)",
                    "comes into force in future"
                )
            }
        }
    }
}
