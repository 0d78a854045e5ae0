package import Formats

extension ReportStatus {
    /// What the public calls it, for whatever kind of report.
    package var name: LocalizedText {
        switch self {
        case .received: LocalizedText(pl: "Przyjęte", en: "Received")
        case .triage: LocalizedText(pl: "Ustalamy, kto się tym zajmie", en: "Finding out who is in charge")
        case .assigned: LocalizedText(pl: "Przekazane jednostce", en: "Assigned to a unit")
        case .inProgress: LocalizedText(pl: "W realizacji", en: "In progress")
        case .planned: LocalizedText(pl: "Zaplanowane", en: "Planned")
        case .waiting: LocalizedText(pl: "Czeka na zgłaszającego", en: "Waiting for the reporter")
        case .resolved: LocalizedText(pl: "Załatwione", en: "Resolved")
        case .notResolved: LocalizedText(pl: "Zamknięte bez załatwienia", en: "Not resolved")
        case .duplicate: LocalizedText(pl: "Już zgłoszone", en: "Reported already")
        case .outOfScope: LocalizedText(pl: "Poza zadaniami miasta", en: "Not a task of the city")
        case .rejected: LocalizedText(pl: "Odrzucone", en: "Rejected")
        case .reopened: LocalizedText(pl: "Otwarte ponownie", en: "Reopened")
        case .withdrawn: LocalizedText(pl: "Wycofane", en: "Withdrawn")
        case .underReview: LocalizedText(pl: "W ocenie", en: "Under review")
        case .accepted: LocalizedText(pl: "Przyjęte do realizacji", en: "Accepted")
        case .implemented: LocalizedText(pl: "Zrealizowane", en: "Implemented")
        }
    }

    /// What the public calls it for one kind of report.
    package func name(of kind: ReportKind) -> LocalizedText {
        switch (kind, self) {
        case (.inquiry, .resolved): LocalizedText(pl: "Udzielono odpowiedzi", en: "Answered")
        case (.inquiry, .notResolved): LocalizedText(pl: "Zamknięte bez odpowiedzi", en: "Not answered")
        case (.inquiry, .inProgress): LocalizedText(pl: "Przygotowujemy odpowiedź", en: "Being answered")
        case (.inquiry, .duplicate): LocalizedText(pl: "Już zadane", en: "Asked already")
        case (.idea, .rejected): LocalizedText(pl: "Nieprzyjęte", en: "Not accepted")
        case (.idea, .duplicate): LocalizedText(pl: "Już zaproponowane", en: "Proposed already")
        default: name
        }
    }
}
