import Formats
package import HTTP
package import Photos

extension PhotoRefused: ProblemConvertible {
    /// 413, 415 or 422 by what is wrong with the file, 503 where only patience is asked for.
    package var problem: Problem {
        switch self {
        case .fileTooLarge(let limit): .photoTooLarge(limit)
        case .unknownType: .photoType
        case .unreadable: .photoUnreadable
        case .pictureTooLarge: .pictureTooLarge
        case .busy: .photosBusy
        }
    }
}

extension PhotoStoreError: ProblemConvertible {
    /// 503; what the store said is for the log.
    package var problem: Problem {
        switch self {
        case .overloaded: .photosBusy
        case .unavailable: .photoStoreAway
        }
    }
}

extension Problem {
    fileprivate static func photoTooLarge(_ limit: Int) -> Problem {
        Problem(
            .contentTooLarge,
            code: "photo-too-large",
            title: LocalizedText(pl: "Zbyt duży plik zdjęcia", en: "The photo's file is too large"),
            detail: LocalizedText(
                pl: "Zdjęcie może mieć najwyżej \(limit >> 20) MB.",
                en: "A photo may have at most \(limit >> 20) MB."
            )
        )
    }

    fileprivate static let photoType = Problem(
        .unsupportedMediaType,
        code: "photo-type",
        title: LocalizedText(pl: "Tego rodzaju pliku nie przyjmujemy", en: "This kind of file is not taken"),
        detail: LocalizedText(
            pl: "Wyślij zdjęcie JPEG, PNG, WebP albo HEIC.",
            en: "Send a photo as JPEG, PNG, WebP or HEIC."
        )
    )

    fileprivate static let photoUnreadable = Problem(
        .unprocessableContent,
        code: "photo-unreadable",
        title: LocalizedText(pl: "Nie udało się odczytać zdjęcia", en: "The photo cannot be read"),
        detail: LocalizedText(
            pl: "Plik jest uszkodzony, niepełny albo zawiera coś oprócz zdjęcia.",
            en: "The file is damaged, incomplete, or holds something besides a photo."
        )
    )

    fileprivate static let pictureTooLarge = Problem(
        .unprocessableContent,
        code: "picture-too-large",
        title: LocalizedText(pl: "Zdjęcie ma za dużo pikseli", en: "The picture has too many pixels"),
        detail: LocalizedText(
            pl: "Przyjmujemy zdjęcia do 50 megapikseli i 16 000 pikseli na dłuższym boku.",
            en: "Pictures of up to 50 megapixels and 16,000 pixels on the longer edge are taken."
        )
    )

    fileprivate static let photosBusy = Problem(
        .serviceUnavailable,
        code: "photos-busy",
        title: LocalizedText(
            pl: "W tej chwili przetwarzamy zbyt wiele zdjęć",
            en: "Too many photos are being processed at the moment"
        )
    ).retry(afterSeconds: 5)

    fileprivate static let photoStoreAway = Problem(
        .serviceUnavailable,
        code: "photo-store-unavailable",
        title: LocalizedText(
            pl: "Magazyn zdjęć jest chwilowo niedostępny",
            en: "The store of photos is unavailable for the moment"
        )
    ).retry(afterSeconds: 10)
}
