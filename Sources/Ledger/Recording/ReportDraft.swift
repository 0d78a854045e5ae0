import Reports

/// A report that is to be written: with its identifier, and with what is remembered of the request that brought it.
struct ReportDraft: Sendable {
    let new: NewReport
    let id: ReportIdentifier
    /// The request and what will be answered to it again, if it has a name.
    let memory: (request: NamedRequest, answer: String)?

    init(_ new: NewReport, as request: NamedRequest?) {
        var random = SystemRandomNumberGenerator()
        let id = ReportIdentifier(at: new.created, using: &random)
        self.new = new
        self.id = id
        memory = request.map { ($0, Receipt.remembered(new, id: id, photos: [])) }
    }

    /// Whether it can be written together with others: one row in each table, and nothing that only it could break.
    var isPlain: Bool {
        new.photos.isEmpty && new.differentFrom.isEmpty && new.origin == nil && new.status == .received
    }
}
