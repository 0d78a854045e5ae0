import Cryptography
import Formats
package import HTTP
import Reports

/// Refusals of whoever asks at the console.
extension Problem {
    static let signInRequired = Problem(
        .unauthorized,
        code: "sign-in-required",
        title: LocalizedText(pl: "Trzeba się zalogować", en: "Please sign in"),
        detail: LocalizedText(
            pl: "Nie ma sesji albo się skończyła. Zaloguj się w konsoli.",
            en: "There is no session, or it has ended. Sign in to the console."
        )
    )

    static func missingRight(_ right: StaffRight) -> Problem {
        Problem(
            .forbidden,
            code: "missing-right",
            title: LocalizedText(pl: "Brak uprawnienia", en: "Not within your rights"),
            detail: LocalizedText(
                pl: "Twoja rola nie ma do tego prawa.",
                en: "Your role has no right to this."
            ),
            facts: [("right", right.rawValue)]
        )
    }

    static let staleForm = Problem(
        .forbidden,
        code: "stale-form",
        title: LocalizedText(pl: "Ten formularz stracił ważność", en: "This form is out of date"),
        detail: LocalizedText(
            pl: "Pochodzi z innej sesji. Otwórz stronę jeszcze raz i wyślij go stamtąd.",
            en: "It comes from another session. Open the page again and send it from there."
        )
    )

    static let noSuchAccount = Problem(
        .notFound,
        code: "no-such-account",
        title: LocalizedText(pl: "Nie ma takiego konta", en: "There is no such account")
    )

    static let noSuchSession = Problem(
        .notFound,
        code: "no-such-session",
        title: LocalizedText(pl: "Nie ma takiej sesji", en: "There is no such session"),
        detail: LocalizedText(
            pl: "Może już się skończyła.",
            en: "It may have ended already."
        )
    )

    static let noSuchView = Problem(
        .notFound,
        code: "no-such-view",
        title: LocalizedText(pl: "Nie ma takiego widoku", en: "There is no such view"),
        detail: LocalizedText(
            pl: "Może został już usunięty.",
            en: "It may have been removed already."
        )
    )
}

extension PasswordWork.Refused: ProblemConvertible {
    /// 503: in some seconds there may be room again.
    package var problem: Problem {
        Problem(
            .serviceUnavailable,
            code: "passwords-busy",
            title: LocalizedText(pl: "Zbyt wiele logowań naraz", en: "Too many are signing in at once"),
            detail: LocalizedText(
                pl: "Nic nie zmieniono. Spróbuj ponownie za chwilę.",
                en: "Nothing was changed. Please try again shortly."
            )
        ).retry(afterSeconds: 3)
    }
}
