import Formats

/// The problems of HTTP itself; each code is documented and never changes its meaning.
extension Problem {
    /// An error of ours, of which a client learns nothing more.
    package static let internalError = Problem(
        .internalError,
        code: "internal",
        title: LocalizedText(pl: "Błąd po naszej stronie", en: "An error on our side")
    )

    static let cancelled = Problem(
        .serviceUnavailable,
        code: "cancelled",
        title: LocalizedText(pl: "Przerwano obsługę żądania", en: "The request was abandoned")
    )

    static let deadline = Problem(
        .serviceUnavailable,
        code: "deadline",
        title: LocalizedText(pl: "Obsługa trwała zbyt długo", en: "The request took too long")
    ).retry(afterSeconds: 5)

    static let overloaded = Problem(
        .serviceUnavailable,
        code: "overloaded",
        title: LocalizedText(pl: "Serwis jest przeciążony", en: "The service is overloaded")
    ).retry(afterSeconds: 5)

    static let noSuchPlace = Problem(
        .notFound,
        code: "not-found",
        title: LocalizedText(pl: "Nie ma takiego adresu", en: "There is nothing at this address")
    )

    static let wrongHost = Problem(
        .misdirectedRequest,
        code: "wrong-host",
        title: LocalizedText(
            pl: "To nie jest adres tego serwisu",
            en: "This is not the address of this service"
        )
    )

    static let unknownMethod = Problem(
        .notImplemented,
        code: "unknown-method",
        title: LocalizedText(pl: "Nieznana metoda", en: "Unknown method")
    )

    static let wrongVersion = Problem(
        .versionNotSupported,
        code: "wrong-version",
        title: LocalizedText(pl: "Nieobsługiwana wersja HTTP", en: "Unsupported version of HTTP")
    )

    /// The codes of requests whose address, or whose head with it, is too long to be read.
    package static let tooLongCodes: Set = ["target-too-long", "head-too-large"]

    static let headTooLarge = Problem(
        .headTooLarge,
        code: "head-too-large",
        title: LocalizedText(pl: "Zbyt długie nagłówki", en: "The headers are too long")
    )

    static func malformed(_ reason: MalformedRequest) -> Problem {
        Problem(
            .badRequest,
            code: "malformed-request",
            title: LocalizedText(pl: "Nieprawidłowe żądanie HTTP", en: "Malformed HTTP request"),
            detail: LocalizedText(pl: reason.rawValue, en: reason.rawValue)
        )
    }

    static func wrongMethod(allow: HeaderValue) -> Problem {
        var headers = Headers()
        headers.add(.allow, allow)
        return Problem(
            .methodNotAllowed,
            code: "method-not-allowed",
            title: LocalizedText(
                pl: "Ten adres nie ma tej metody",
                en: "This address does not have this method"
            ),
            headers: headers
        )
    }

    /// A body that is over its bound.
    package static func bodyTooLarge(limit: Int) -> Problem {
        Problem(
            .contentTooLarge,
            code: "body-too-large",
            title: LocalizedText(pl: "Zbyt duża treść żądania", en: "The body is too large"),
            detail: LocalizedText(pl: "Najwyżej \(limit) B.", en: "At most \(limit) B.")
        )
    }
}

extension PathParameterError: ProblemConvertible {
    /// An address that cannot name anything.
    package var problem: Problem {
        switch self {
        case .absent: .internalError
        case .unfit: .noSuchPlace
        }
    }
}

extension TargetError: ProblemConvertible {
    /// 414 for one that is too long, 400 for the others.
    package var problem: Problem {
        switch self {
        case .tooLong:
            Problem(
                .targetTooLong,
                code: "target-too-long",
                title: LocalizedText(pl: "Zbyt długi adres", en: "The address is too long")
            )
        default:
            Problem(
                .badRequest,
                code: "malformed-target",
                title: LocalizedText(pl: "Nieprawidłowy adres", en: "Malformed address")
            )
        }
    }
}

extension FormError: ProblemConvertible {
    /// 400.
    package var problem: Problem {
        Problem(
            .badRequest,
            code: "malformed-form",
            title: LocalizedText(pl: "Nieprawidłowy formularz", en: "Malformed form")
        )
    }
}
