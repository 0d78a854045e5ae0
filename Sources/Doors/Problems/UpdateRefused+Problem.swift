import Formats
package import HTTP
package import Ledger

extension UpdateRefused: ProblemConvertible {
    /// 400 at the field that is wrong.
    package var problem: Problem {
        switch self {
        case .tooLate(let known):
            .refused(
                "updated_datetime",
                "too-late",
                LocalizedText(
                    pl: "Wiadomo już, co stało się później: \(known). Niczego nie zmieniono.",
                    en: "What happened later is known already: \(known). Nothing was changed."
                )
            )
        case .inTheFuture:
            .refused(
                "updated_datetime",
                "future",
                LocalizedText(pl: "Data z przyszłości.", en: "It lies in the future.")
            )
        case .nameTaken:
            .refused(
                "update_id",
                "taken",
                LocalizedText(
                    pl: "Ten numer oznacza już inną zmianę.",
                    en: "This id stands for another update already."
                )
            )
        }
    }
}

extension Problem {
    /// 400 at one field of a form.
    static func refused(_ name: String, _ code: String, _ detail: LocalizedText) -> Problem {
        Problem(
            .badRequest,
            code: "invalid-fields",
            title: LocalizedText(pl: "Nieprawidłowe dane", en: "Invalid data"),
            errors: [FieldError(pointer: name, code: code, detail: detail)]
        )
    }
}
