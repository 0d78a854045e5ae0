import Formats
import HTTP
import Ledger
import Pages
import Reports

/// What the page of the audit is asked for by its address.
struct AuditQuery {
    private let who: String
    private let what: StaffEventKind?
    private let from: CivilDate?
    private let until: CivilDate?
    /// Below which event the page begins.
    let before: Int64?

    init(_ query: Query) {
        who = String(query.trimmed("who").unicodeScalars.prefix(64))
        what = query.first("what").flatMap { StaffEventKind(rawValue: $0) }
        from = query.first("from").flatMap { CivilDate(parsing: $0) }
        until = query.first("until").flatMap { CivilDate(parsing: $0) }
        before = query.first("before").flatMap { Int64($0) }
    }

    /// What the ledger is asked; nil if nobody can have the name.
    func filter(in zone: TimeZoneRules) -> StaffAudit.Filter? {
        var filter = StaffAudit.Filter()
        if !who.isEmpty {
            guard let login = StaffLogin(who) else { return nil }
            filter.login = login
        }
        filter.what = what
        filter.from = from.map { zone.start(of: $0) }
        filter.until = until.map { zone.start(of: CivilDate(daysSince1970: $0.daysSince1970 + 1)) }
        return filter
    }

    /// The address of the page that begins below an event.
    func address(before id: Int64) -> String {
        var items: [Query.Item] = []
        if !who.isEmpty { items.append(.init(name: "who", value: who)) }
        if let what { items.append(.init(name: "what", value: what.rawValue)) }
        if let from { items.append(.init(name: "from", value: from.description)) }
        if let until { items.append(.init(name: "until", value: until.description)) }
        items.append(.init(name: "before", value: String(id)))
        return "/dispatch/audit?" + Query(items).encoded
    }

    /// What the form shows again.
    func values(for visit: StaffVisit) -> PageScope {
        [
            "who": .text(who),
            "from": .text(from?.description ?? ""),
            "until": .text(until?.description ?? ""),
            "kinds": .list(
                StaffEventKind.allCases.map {
                    [
                        "code": .text($0.rawValue), "name": .text(visit.words("audit.what.\($0.rawValue)")),
                        "isChosen": .flag($0 == what),
                    ]
                }
            ),
        ]
    }
}
