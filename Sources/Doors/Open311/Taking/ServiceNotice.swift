import Formats
import Intake
import Ledger
import Reports
import Territory

/// What the sender of a request is told at once: whom to call or ask, who acts, what is known already.
struct ServiceNotice {
    private(set) var words: LocalizedText

    init(of kept: KeptReport, in city: City) {
        if let advice = kept.advice {
            words = ServiceNotice.words(advice)
        } else {
            words = ServiceNotice.words(kept.receipt.placement, in: city)
        }
        guard let link = kept.receipt.link else { return }
        words = LocalizedText(
            pl: "\(words.pl) To samo zgłoszono już chyba jako \(link.number); sprawdzi to pracownik.",
            en: "\(words.en) The same seems to be reported already as \(link.number); staff will check."
        )
    }

    /// A rule's reason need not name the unit; all others do.
    private static func words(_ placement: Receipt.Placement, in city: City) -> LocalizedText {
        let isRule = city.routing.rules.rules.contains { $0.id == placement.rule }
        guard isRule, let name = city.units[placement.unit]?.name else { return placement.why }
        return LocalizedText(
            pl: "Sprawę prowadzi: \(name.pl). \(placement.why.pl)",
            en: "Handled by: \(name.en). \(placement.why.en)"
        )
    }

    private static func words(_ advice: NoCase) -> LocalizedText {
        switch advice.outcome {
        case .emergency(let number, let text):
            LocalizedText(
                pl: "Zadzwoń teraz: \(number). \(text.pl) Zgłoszenie przyjęto jako pilne.",
                en: "Call \(number) now. \(text.en) The request was taken in as urgent."
            )
        case .external(_, let text), .outOfScope(let text):
            LocalizedText(
                pl: "To nie jest zadanie miasta. \(text.pl) Zgłoszenie zapisano jako zamknięte.",
                en: "This is not a task of the city. \(text.en) The request was kept as closed."
            )
        case .unit: advice.why
        }
    }
}
