package import Formats

/// As whom somebody acts on a report; the words are kept in the database.
package enum ActorRole: String, CaseIterable, Sendable {
    /// Who sent the report, known by its secret link.
    case reporter
    /// Anybody: they support and comment, and change no status.
    case resident
    /// The unit in charge, on its own reports.
    case unit
    /// The contact centre, on any report.
    case centre
    /// Another system that brings its reports over.
    case importer
    /// The service itself.
    case system

    /// What the public calls whoever acts so.
    package var name: LocalizedText {
        switch self {
        case .reporter: LocalizedText(pl: "zgłaszający", en: "reporter")
        case .resident: LocalizedText(pl: "mieszkaniec", en: "resident")
        case .unit: LocalizedText(pl: "jednostka", en: "unit")
        case .centre: LocalizedText(pl: "centrum kontaktu", en: "contact centre")
        case .importer: LocalizedText(pl: "inny system", en: "another system")
        case .system: LocalizedText(pl: "system", en: "system")
        }
    }
}
