import Formats

extension MultipartError: ProblemConvertible {
    /// 415 for another type of body, 413 for too many or too long parts, 400 for the others.
    package var problem: Problem {
        switch self {
        case .badContentType:
            Problem(
                .unsupportedMediaType,
                code: "multipart-expected",
                title: LocalizedText(
                    pl: "Oczekiwano multipart/form-data",
                    en: "multipart/form-data was expected"
                )
            )
        case .tooManyParts, .tooManyHeaders, .headersTooLong, .fieldTooLong:
            Problem(
                .contentTooLarge,
                code: "multipart-too-large",
                title: LocalizedText(
                    pl: "Za dużo części formularza albo zbyt długie pola",
                    en: "The form has too many parts or too long fields"
                )
            )
        case .badDelimiter, .truncated, .trailingBytes, .badHeader, .badDisposition, .transferEncoding,
            .badText:
            Problem(
                .badRequest,
                code: "malformed-multipart",
                title: LocalizedText(pl: "Nieprawidłowy formularz z plikami", en: "Malformed form with files")
            )
        }
    }
}
