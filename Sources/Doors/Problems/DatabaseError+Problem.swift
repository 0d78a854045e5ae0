import Formats
package import HTTP
package import PostgreSQL

extension DatabaseError: ProblemConvertible {
    /// 503 with the time after which to try again, where trying again may help; 500 where we are to blame.
    package var problem: Problem {
        switch self {
        case .overloaded(let pause), .unavailable(let pause):
            Problem.databaseAway.retry(afterSeconds: Int(max(1, pause.components.seconds)))
        case .connectionLost, .timedOut, .cancelled, .closed:
            Problem.databaseAway.retry(afterSeconds: 1)
        case .commitOutcomeUnknown:
            Problem.outcomeUnknown.retry(afterSeconds: 1)
        case .server, .column, .rowCount, .misuse, .connectionString:
            .internalError
        }
    }
}

extension Problem {
    static let databaseAway = Problem(
        .serviceUnavailable,
        code: "database-unavailable",
        title: LocalizedText(
            pl: "Baza danych jest chwilowo niedostępna",
            en: "The database is unavailable for the moment"
        ),
        detail: LocalizedText(
            pl: "Nic nie zapisano. Spróbuj ponownie za chwilę.",
            en: "Nothing was stored. Please try again shortly."
        )
    )

    static let outcomeUnknown = Problem(
        .serviceUnavailable,
        code: "outcome-unknown",
        title: LocalizedText(pl: "Nie wiadomo, czy zapisano", en: "It is not known whether this was stored"),
        detail: LocalizedText(
            pl: "Połączenie z bazą przerwało się w chwili zapisu. Sprawdź na mapie, zanim wyślesz ponownie.",
            en: "The connection broke at the moment of storing. Look at the map before you send it again."
        )
    )
}
