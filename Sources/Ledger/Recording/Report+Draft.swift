import Reports

extension Report {
    /// The report as it stands right after it was taken in.
    init(_ draft: ReportDraft, number: String) throws {
        let new = draft.new
        guard let number = ReportNumber(parsing: number) else {
            throw BrokenRow(table: "report", column: "number")
        }
        self.init(
            id: draft.id,
            number: number,
            kind: new.kind,
            category: new.category,
            status: new.status,
            words: new.words,
            channel: new.channel,
            answers: new.answers,
            placement: new.placement,
            precision: new.precision,
            due: new.due,
            created: new.created,
            updated: new.created,
            closed: new.status.isOpen ? nil : new.created,
            supporters: 0,
            group: GroupPlace(draft.link),
            mediaLink: new.mediaLink,
            isUrgent: new.isUrgent,
            version: draft.version
        )
    }
}

extension GroupPlace {
    /// Where a new report stands.
    fileprivate init(_ link: DraftLink?) {
        switch link {
        case .suggested(_, let match, _): self.init(suggestion: match)
        case .confirmed(_, let number): self.init(leader: number)
        case nil: self.init()
        }
    }
}
