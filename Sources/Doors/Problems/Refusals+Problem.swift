import Formats
package import HTTP
package import Ledger

extension NameTaken: ProblemConvertible {
    /// 409: the request's name stands for something else.
    package var problem: Problem {
        Problem(
            .conflict,
            code: "idempotency-key-reused",
            title: LocalizedText(
                pl: "Tego Idempotency-Key użyto już do czegoś innego",
                en: "The Idempotency-Key stands for something else"
            )
        )
    }
}

extension AlreadyImported: ProblemConvertible {
    /// 409: the other system's report is here.
    package var problem: Problem {
        Problem(
            .conflict,
            code: "already-imported",
            title: LocalizedText(
                pl: "Zgłoszenie o tym external_id już przyjęto",
                en: "A report with this external_id was taken before"
            )
        )
    }
}

extension NoSuchReport: ProblemConvertible {
    /// 404.
    package var problem: Problem { .noSuchReport }
}

extension NotTheUnits: ProblemConvertible {
    /// 403: it is another unit's.
    package var problem: Problem { .notYours }
}

extension NoSuchOriginal: ProblemConvertible {
    /// 422 at the number of the other report.
    package var problem: Problem {
        .invalidField(
            "#/duplicate_of",
            "unknown",
            LocalizedText(
                pl: "Nie ma innego zgłoszenia o takim numerze.",
                en: "There is no other report with such a number."
            )
        )
    }
}

extension LinkRefused: ProblemConvertible {
    /// 422 at the number where that is wrong, 409 where the groups stand in the way.
    package var problem: Problem {
        switch self {
        case .noSuchLeader:
            .invalidField(
                "#/to",
                "unknown",
                LocalizedText(pl: "Nie ma takiego zgłoszenia.", en: "There is no such report.")
            )
        case .sameGroup:
            .invalidField(
                "#/to",
                "same-group",
                LocalizedText(
                    pl: "To zgłoszenie prowadzi już tę samą grupę.",
                    en: "It leads the same group already."
                )
            )
        case .linkedAlready(let leader):
            Problem(
                .conflict,
                code: "linked-already",
                title: LocalizedText(
                    pl: "Zgłoszenie jest już połączone z \(leader)",
                    en: "The report is linked to \(leader) already"
                ),
                detail: LocalizedText(
                    pl: "Najpierw rozłącz je: POST …/unlink.",
                    en: "Unlink it first: POST …/unlink."
                )
            )
        case .notLinked:
            Problem(
                .conflict,
                code: "not-linked",
                title: LocalizedText(
                    pl: "Zgłoszenie nie jest z niczym połączone",
                    en: "The report is linked to nothing"
                )
            )
        case .tooManyMembers:
            Problem(
                .conflict,
                code: "too-many-members",
                title: LocalizedText(
                    pl: "Grupa miałaby zbyt wiele zgłoszeń",
                    en: "The group would have too many reports"
                )
            )
        }
    }
}

extension TooManyFollowers: ProblemConvertible {
    /// 409.
    package var problem: Problem {
        Problem(
            .conflict,
            code: "too-many-followers",
            title: LocalizedText(
                pl: "To zgłoszenie obserwuje już zbyt wiele osób",
                en: "Too many follow this report already"
            )
        )
    }
}

extension StartAgain: ProblemConvertible {
    /// 410: what was told up to the cursor may not have happened, or was for other eyes.
    package var problem: Problem {
        Problem(
            .gone,
            code: "start-again",
            title: LocalizedText(pl: "Zacznij od początku", en: "Start again"),
            detail: LocalizedText(
                pl: """
                    Od wydania kursora odtworzono bazę danych albo zmieniło się to, co wolno zobaczyć. \
                    Zacznij od after= bez wartości.
                    """,
                en: """
                    Since the cursor was given, the database was restored or what you may see changed. \
                    Begin with after= and no value.
                    """
            )
        )
    }
}
