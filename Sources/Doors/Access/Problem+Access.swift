import Formats
import HTTP
import Ledger

extension HeaderName {
    /// `WWW-Authenticate`.
    static let authenticate: HeaderName = "WWW-Authenticate"
    /// `Idempotency-Key`.
    static let idempotencyKey: HeaderName = "Idempotency-Key"
}

/// Refusals of whoever asks; the headers are RFC 6750's.
extension Problem {
    static let unknownCredential = Problem(
        .unauthorized,
        code: "unknown-credential",
        title: LocalizedText(pl: "Nieznany klucz", en: "Unknown credential"),
        detail: LocalizedText(
            pl: "Nagłówek Authorization nie zawiera ważnego klucza API ani kodu zgłoszenia.",
            en: "The header Authorization holds neither an API key in force nor a report's secret."
        ),
        headers: challenge(#"Bearer realm="emapa", error="invalid_token""#)
    )

    static let credentialRequired = Problem(
        .unauthorized,
        code: "credential-required",
        title: LocalizedText(pl: "Potrzebny jest klucz", en: "A credential is required"),
        detail: LocalizedText(
            pl: "Wyślij klucz API w nagłówku: Authorization: Bearer emapa_…",
            en: "Send an API key in the header: Authorization: Bearer emapa_…"
        ),
        headers: challenge(#"Bearer realm="emapa""#)
    )

    static func missingScope(_ scopes: [KeyScope]) -> Problem {
        let words = scopes.map(\.rawValue)
        let text =
            #"Bearer realm="emapa", error="insufficient_scope", scope="\#(words.joined(separator: " "))""#
        return Problem(
            .forbidden,
            code: "missing-scope",
            title: LocalizedText(pl: "Klucz nie ma tego uprawnienia", en: "The key is not for this"),
            detail: LocalizedText(
                pl: "Potrzebne uprawnienie: \(words.joined(separator: " lub ")).",
                en: "It needs the scope \(words.joined(separator: " or "))."
            ),
            headers: challenge(HeaderValue(text) ?? "Bearer")
        )
    }

    static func tooManyRequests(retryAfterSeconds seconds: Int) -> Problem {
        Problem(
            .tooManyRequests,
            code: "too-many-requests",
            title: LocalizedText(pl: "Zbyt wiele żądań", en: "Too many requests"),
            detail: LocalizedText(
                pl: "Spróbuj ponownie za \(seconds) s.",
                en: "Try again in \(seconds) s."
            )
        ).retry(afterSeconds: seconds)
    }

    static let malformedIdempotencyKey = Problem(
        .badRequest,
        code: "malformed-idempotency-key",
        title: LocalizedText(pl: "Nieprawidłowy nagłówek Idempotency-Key", en: "Malformed Idempotency-Key"),
        detail: LocalizedText(
            pl: "Dozwolony jest jeden nagłówek o długości od 1 do 255 widocznych znaków ASCII.",
            en: "One header of 1 to 255 visible ASCII characters may be there."
        )
    )

    static let weakIdempotencyKey = Problem(
        .badRequest,
        code: "weak-idempotency-key",
        title: LocalizedText(pl: "Zbyt słaby Idempotency-Key", en: "The Idempotency-Key is too weak"),
        detail: LocalizedText(
            pl:
                "Bez klucza API potrzeba 128 losowych bitów: UUID w wersji 4, 32 cyfry szesnastkowe albo 22 znaki base64url.",
            en:
                "Without an API key it needs 128 random bits: a UUID of version 4, 32 hexadecimal digits or 22 characters of base64url."
        )
    )

    private static func challenge(_ value: HeaderValue) -> Headers {
        var headers = Headers()
        headers.add(.authenticate, value)
        return headers
    }
}
