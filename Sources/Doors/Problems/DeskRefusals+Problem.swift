import Formats
package import HTTP
package import Ledger

extension StaleVersion: ProblemConvertible {
    /// 409: somebody else was quicker.
    package var problem: Problem {
        Problem(
            .conflict,
            code: "changed-meanwhile",
            title: LocalizedText(
                pl: "Ktoś zmienił to zgłoszenie w międzyczasie",
                en: "Somebody changed this report meanwhile"
            ),
            detail: LocalizedText(
                pl: "Sprawdź, jak jest teraz, i jeśli trzeba, zrób to jeszcze raz.",
                en: "Look how it stands now, and do it again if it is still needed."
            )
        )
    }
}

extension SameUnit: ProblemConvertible {
    /// 409.
    package var problem: Problem {
        Problem(
            .conflict,
            code: "same-unit",
            title: LocalizedText(
                pl: "To zgłoszenie ma już ta jednostka",
                en: "The report is with this unit already"
            )
        )
    }
}

extension HolderElsewhere: ProblemConvertible {
    /// 409.
    package var problem: Problem {
        Problem(
            .conflict,
            code: "holder-elsewhere",
            title: LocalizedText(
                pl: "To zgłoszenie innej jednostki niż wybrana osoba",
                en: "The report is another unit's than the person who was chosen"
            )
        )
    }
}

extension NothingToUndo: ProblemConvertible {
    /// 409.
    package var problem: Problem {
        Problem(
            .conflict,
            code: "nothing-to-undo",
            title: LocalizedText(pl: "Tego nie można już cofnąć", en: "This can't be taken back any more"),
            detail: LocalizedText(
                pl: "Cofnąć można własną zmianę, raz, w ciągu 10 minut.",
                en: "You can take back what you did yourself, once, within 10 minutes."
            )
        )
    }
}

extension ChangedSince: ProblemConvertible {
    /// 409.
    package var problem: Problem {
        Problem(
            .conflict,
            code: "changed-since",
            title: LocalizedText(
                pl: "Ktoś zmienił to zgłoszenie później, więc zostaje jak jest",
                en: "Somebody changed the report since, so it stays as it is"
            )
        )
    }
}

extension NoSuchNote: ProblemConvertible {
    /// 404.
    package var problem: Problem {
        Problem(
            .notFound,
            code: "no-such-note",
            title: LocalizedText(pl: "Nie ma takiego wpisu", en: "There is no such note")
        )
    }
}

extension AskingRefused: ProblemConvertible {
    /// 409.
    package var problem: Problem {
        Problem(.conflict, code: "asking-refused", title: title)
    }

    private var title: LocalizedText {
        switch self {
        case .ownReport:
            LocalizedText(pl: "To zgłoszenie tej samej jednostki", en: "The report is that unit's own")
        case .askedAlready:
            LocalizedText(pl: "Ta jednostka już ma pytanie", en: "That unit was asked already")
        case .notAsked:
            LocalizedText(pl: "Tej jednostki nikt nie pytał", en: "Nobody asked that unit")
        case .tooMany(let most):
            LocalizedText(
                pl: "Naraz można pytać najwyżej \(most) jednostek",
                en: "At most \(most) units can be asked at a time"
            )
        }
    }
}
