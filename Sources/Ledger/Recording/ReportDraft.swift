import Reports

/// A report that is to be written: with its identifier, and with what is remembered of the request that brought it.
struct ReportDraft: Sendable {
    let new: NewReport
    let id: ReportIdentifier
    /// The request that brought it, if it has a name.
    let request: NamedRequest?
    /// Reports that may be about the same matter, as its sender is told.
    var matches: [Match] = []
    /// What it is linked to.
    var link: DraftLink?

    init(_ new: NewReport, as request: NamedRequest?) {
        var random = SystemRandomNumberGenerator()
        self.init(new, as: request, id: ReportIdentifier(at: new.created, using: &random))
    }

    /// The draft of a report whose identifier is known.
    init(_ new: NewReport, as request: NamedRequest?, id: ReportIdentifier) {
        self.new = new
        self.id = id
        self.request = request
    }

    /// The request and what will be answered to it again, if it has a name.
    var memory: (request: NamedRequest, answer: String)? {
        request.map { ($0, Receipt.remembered(self, photos: [])) }
    }

    /// The version that it begins with: what brought it where it stands, and what it is linked to, are events too.
    var version: Int { 1 + (new.status == .received ? 0 : 1) + (link == nil ? 0 : 1) }

    /// Whether it can be written together with others: one row in each table, and nothing that only it could break.
    var isPlain: Bool {
        new.photos.isEmpty && new.sameAs == nil && new.differentFrom.isEmpty && new.origin == nil
            && new.status == .received && !new.isUrgent
    }
}
