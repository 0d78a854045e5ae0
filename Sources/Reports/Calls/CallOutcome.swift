package import Formats

/// How a call ended; the words are kept in the database.
package enum CallOutcome: String, CaseIterable, Sendable {
    /// The first line has settled it.
    case answered
    /// It was too much for the first line.
    case transferredComplex = "transferred_complex"
    /// It is somebody's own case, which a department handles.
    case transferredIndividual = "transferred_individual"

    /// What consultants call it.
    package var name: LocalizedText {
        switch self {
        case .answered: LocalizedText(pl: "odpowiedziano", en: "answered")
        case .transferredComplex: LocalizedText(pl: "przekazano: złożona", en: "transferred: complex")
        case .transferredIndividual:
            LocalizedText(pl: "przekazano: sprawa indywidualna", en: "transferred: individual case")
        }
    }
}
