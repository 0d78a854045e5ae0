package import Formats

/// Why a report was closed without what it asked for.
package enum ClosingReason: String, CaseIterable, Sendable {
    case notFound = "not_found"
    case withinNorms = "within_norms"
    case noAuthority = "no_authority"
    case privateGround = "private_ground"
    case notPlanned = "not_planned"
    case notFeasible = "not_feasible"
    case alreadyPlanned = "already_planned"
    case notPublic = "not_public"
    case insufficientData = "insufficient_data"
    case other

    /// The reasons that a kind of report may be closed for.
    package static func all(for kind: ReportKind) -> [ClosingReason] {
        switch kind {
        case .intervention:
            [.notFound, .withinNorms, .noAuthority, .privateGround, .notPlanned, .insufficientData, .other]
        case .idea:
            [
                .noAuthority, .privateGround, .notPlanned, .notFeasible, .alreadyPlanned, .insufficientData,
                .other,
            ]
        case .inquiry: [.noAuthority, .notPublic, .insufficientData, .other]
        }
    }

    /// What the reporter is told.
    package var name: LocalizedText {
        switch self {
        case .notFound:
            LocalizedText(
                pl: "Na miejscu nie było tego, co opisano.",
                en: "What was described wasn't found on the spot."
            )
        case .withinNorms:
            LocalizedText(
                pl: "Sprawdzono: stan mieści się w normach.",
                en: "It was checked and is within the norms."
            )
        case .noAuthority:
            LocalizedText(
                pl: "Miasto nie ma w tej sprawie uprawnień.",
                en: "The city has no authority in this matter."
            )
        case .privateGround:
            LocalizedText(
                pl: "To teren prywatny; działa właściciel.",
                en: "This is private ground; its owner must act."
            )
        case .notPlanned:
            LocalizedText(
                pl: "Nie ma tego w planach ani w budżecie.",
                en: "It is neither planned nor in the budget."
            )
        case .notFeasible:
            LocalizedText(
                pl: "Nie pozwalają na to przepisy lub warunki techniczne.",
                en: "Law or technical conditions don't allow it."
            )
        case .alreadyPlanned:
            LocalizedText(
                pl: "Miasto już to robi lub ma w planach.",
                en: "The city does this already or has planned it."
            )
        case .notPublic:
            LocalizedText(
                pl: "Przepisy nie pozwalają udzielić tej informacji.",
                en: "The law doesn't allow giving this information."
            )
        case .insufficientData:
            LocalizedText(
                pl: "Zabrakło danych, a dopytanie nie pomogło.",
                en: "Too little is known, and asking back didn't help."
            )
        case .other:
            LocalizedText(pl: "Inny powód, opisany w odpowiedzi.", en: "Another reason, told in the answer.")
        }
    }
}
