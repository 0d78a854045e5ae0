import Formats
package import HTTP
package import Ledger

extension PhotoAttachmentRefused: ProblemConvertible {
    /// 422 that points at the list of photos.
    package var problem: Problem {
        let error =
            switch self {
            case .unknown:
                Problem.FieldError(
                    pointer: "#/photos",
                    code: "unknown-photo",
                    detail: LocalizedText(
                        pl:
                            "Nie ma takiego zdjęcia. Nieprzypisane zdjęcia usuwamy po dobie: wyślij je ponownie.",
                        en: "There is no such photo. Unused photos are removed after a day: upload it again."
                    )
                )
            case .tooMany(let limit):
                Problem.FieldError(
                    pointer: "#/photos",
                    code: "too-many-photos",
                    detail: LocalizedText(
                        pl: "Zgłoszenie może mieć najwyżej \(limit) zdjęć.",
                        en: "A report may have at most \(limit) photos."
                    )
                )
            }
        return Problem(
            .unprocessableContent,
            code: "invalid-fields",
            title: LocalizedText(pl: "Nieprawidłowe dane", en: "Invalid data"),
            errors: [error]
        )
    }
}

extension PhotoSweptAway: ProblemConvertible {
    /// 503: sent again, it is taken.
    package var problem: Problem {
        Problem(
            .serviceUnavailable,
            code: "photo-swept-away",
            title: LocalizedText(pl: "Wyślij zdjęcie jeszcze raz", en: "Please send the photo again")
        ).retry(afterSeconds: 1)
    }
}
