import Formats

/// The checks of the editions of layers and their days.
struct EditionChecks {
    /// Documents that say themselves from when their parts are in force.
    static let standingOnce = ["city", "categories", "units", "routing", "holidays"]

    let documents: CityDocuments
    let day: CivilDate

    func run(_ findings: inout [Finding]) {
        for name in documents.names {
            let editions = documents[name]
            if EditionChecks.standingOnce.contains(name), editions.contains(where: { $0.validFrom != nil }) {
                findings.append(
                    Finding(
                        .error,
                        document: name,
                        what: "has an edition with a day, but says itself from when its parts are in force",
                        mend: "write valid_from into the document"
                    )
                )
                continue
            }
            if let first = editions.first?.validFrom {
                findings.append(
                    Finding(
                        name == "districts" ? .warning : .note,
                        document: name,
                        place: "edition of \(first)",
                        what: "is the first one: before that day there is nothing",
                        mend: "import the edition before it, without --valid-from"
                    )
                )
            }
            for edition in editions {
                guard let from = edition.validFrom, from > day else { continue }
                findings.append(
                    Finding(
                        .note,
                        document: name,
                        place: "edition of \(from)",
                        what: "comes into force in future",
                        mend: ""
                    )
                )
            }
        }
    }
}
