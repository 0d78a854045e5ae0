package import Formats
package import HTTP
package import Ledger
package import LiveMap
import Reports
package import Territory

/// What somebody asks their queue for, by the names that the tiles' filters have.
///
/// What is wrong is left out and said; the rest counts, so that an old bookmark still shows something.
package struct QueueQuery {
    /// The filters as they stand in the address, joined.
    let query: Query
    /// The filters as the map knows them, for whoever asks.
    package let view: MapView
    /// In which order.
    package let order: QueueOrder
    /// The words that are searched for, if any.
    package let text: SearchText?
    /// Where the page begins in a queue that is searched for words; nil at its beginning.
    package let page: PageKey?
    /// Where the page begins in another queue; nil at its beginning.
    package let place: QueuePlace?
    /// What is wrong with the address, the first of it.
    package let problem: LocalizedText?
    /// The unit of whoever asks; nil for who belongs to none.
    private let unit: String?

    /// How many reports a page of the queue has.
    package static let pageSize = 50
    /// Counts are exact up to this.
    static let mostCounted = 1_000

    /// Parameters that narrow the queue: what the map beside it, an export and a saved filter have too.
    static let filters = [
        "status", "category", "kind", "unit", "district", "holder", "due", "channel", "mark", "from", "to",
    ]

    init(_ asked: Query, of staff: SignedInStaff, in city: City, at now: Timestamp) {
        self.init(asked, by: staff.id, of: staff.unit, in: city, at: now)
    }

    /// Reads an address.
    ///
    /// - Parameters:
    ///   - asked: its query.
    ///   - account: who asks.
    ///   - unit: the unit of whoever asks; nil for who belongs to none.
    ///   - city: whose codes and days count.
    ///   - now: the moment.
    package init(_ asked: Query, by account: Int, of unit: String?, in city: City, at now: Timestamp) {
        self.unit = unit
        query = asked.joined
        var reader = QueryReader(query)
        let day = MapDay(of: now, in: city.timeZone)
        var filter = MapFilter(reading: &reader, in: city, today: day.date)
        if query.first("status") == nil { filter.states = QueueQuery.open }
        filter.queue = QueueFilter(reading: &reader, by: account, of: unit, in: city, at: now)
        view = MapView(filter, on: day, for: unit.map { .unitAlone($0) } ?? .centre)
        order =
            reader.choice("sort", of: QueueOrder.allCases.map(\.rawValue)).flatMap {
                QueueOrder(rawValue: $0)
            } ?? .due
        text = reader.parsed("q", .unfitSearch) { SearchText($0) }
        page = text == nil ? nil : reader.parsed("after", .unfitPlace) { PageKey(parsing: $0) }
        place = text == nil ? reader.parsed("after", .unfitPlace) { QueuePlace(parsing: $0) } : nil
        problem = reader.firstProblem
    }

    /// What somebody still has to act on.
    static let open = MapFilter.States.some(Set(ReportStatus.allCases.filter(\.isOpen)))

    /// What nobody has to act on any more.
    static let closed = MapFilter.States.some(Set(ReportStatus.allCases.filter { !$0.isOpen }))

    /// The same filters with other states.
    func view(of states: MapFilter.States) -> MapView {
        var view = view
        view.filter.states = states
        return view
    }

    /// Whether anything narrows the queue.
    var isNarrowed: Bool { text != nil || QueueQuery.filters.contains { query.first($0) != nil } }

    /// The address's filters with one of them changed, and without the place; empty for none.
    package func query(setting name: String? = nil, to value: String? = nil) -> String {
        var items = query.items.filter { $0.name != "after" && $0.name != "change" && $0.name != name }
        if let name, let value, !value.isEmpty { items.append(Query.Item(name: name, value: value)) }
        return items.isEmpty ? "" : "?" + Query(items).encoded
    }

    /// The filters alone, as the tiles beside the queue have them.
    var tileQuery: String {
        var items = query.items.filter { QueueQuery.filters.contains($0.name) }
        if query.first("status") == nil { items.append(Query.Item(name: "status", value: "open")) }
        return "?" + Query(items).encoded
    }

    /// The same for the database, which knows words.
    package var reportFilter: ReportFilter {
        let filter = view.filter
        var asked = ReportFilter(for: unit.map { .desk(unit: $0) } ?? .staff(unit: nil))
        if case .some(let states) = filter.states { asked.statuses = states }
        if case .usual = filter.states { asked.closedFrom = view.day.closedSince }
        asked.categories = filter.categories?.sorted() ?? []
        asked.kinds = filter.kinds
        asked.units = filter.units?.sorted() ?? []
        asked.districts = filter.districts?.sorted() ?? []
        asked.from = filter.from
        asked.until = filter.until
        asked.queue = filter.queue
        asked.isOfLeaders = true
        asked.text = text
        return asked
    }
}

extension LocalizedText {
    fileprivate static let unfitPlace = LocalizedText(
        pl: "Tej strony kolejki już nie ma: pokazujemy początek.",
        en: "That page of the queue is gone: this is its beginning."
    )
}
