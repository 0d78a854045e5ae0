import Formats
import Geography
import HTTP
import Ledger
import LiveMap
import Reports
import Territory

/// What a visitor asks a list for, by the names that the tiles' filters have.
///
/// An address that somebody was sent may have more in it than we ask for: what is unknown is passed over, what is wrong
/// is left out and said.
struct PortalQuery {
    private(set) var categories: Set<String> = []
    private(set) var kinds: Set<ReportKind> = []
    private(set) var districts: Set<String> = []
    private(set) var states: String
    private(set) var from = ""
    private(set) var to = ""
    private(set) var at = ""
    private(set) var text = ""
    private(set) var page: PageKey?
    private(set) var filter: ReportFilter
    /// What could not be understood.
    private(set) var problem: LocalizedText?

    /// Reads an address's query; `kinds` is what the page is about, nil for everything.
    init(_ query: Query, kinds wanted: Set<ReportKind>? = nil, in city: City, at now: Timestamp) {
        let catalogue = city.catalogue
        var reader = QueryReader(query.joined)
        filter = ReportFilter(for: .everyone(withheld: catalogue.withheld))
        filter.wordless = catalogue.wordless
        categories = Set(reader.choices("category", of: catalogue.categories.map(\.code)) ?? [])
        let groups = reader.choices("group", of: catalogue.groups.map(\.code)) ?? []
        let inGroups = Set(catalogue.categories.filter { groups.contains($0.group) }.map(\.code))
        kinds = Set(
            (reader.choices("kind", of: ReportKind.allCases.map(\.rawValue)) ?? []).compactMap {
                ReportKind(rawValue: $0)
            }
        )
        districts = Set(reader.choices("district", of: city.territory.areas.districts.map(\.code)) ?? [])
        states = reader.choices("status", of: PortalQuery.stateWords)?.joined(separator: ",") ?? ""
        from = reader.text("from") ?? ""
        to = reader.text("to") ?? ""
        at = reader.text("at") ?? ""
        filter.from = reader.localMoment("from", in: city, daysOn: 0)
        filter.until = reader.localMoment("to", in: city, daysOn: 1)
        let evening = reader.localMoment("at", in: city, daysOn: 1)
        text = reader.text("q") ?? ""
        filter.text = reader.parsed("q", .unfitSearch) { SearchText($0) }
        filter.bounds = reader.bounds("bbox")
        page = reader.parsed("page", .unfitSearch) { PageKey(parsing: $0) }
        // A group and categories narrow each other.
        let chosen =
            groups.isEmpty ? categories : categories.isEmpty ? inGroups : categories.intersection(inGroups)
        filter.categories = chosen.sorted()
        if !kinds.isEmpty { filter.kinds = kinds }
        if let wanted { filter.kinds = kinds.isEmpty ? wanted : kinds.intersection(wanted) }
        filter.districts = districts.sorted()
        if let evening {
            filter.until = min(filter.until ?? evening, evening)
            readStates(on: evening, in: city)
        } else {
            readStates(at: now, in: city)
        }
        problem = reader.firstProblem
    }

    private static let stateWords = ["open", "closed", "all"] + ReportStatus.allCases.map(\.rawValue)

    private var stateWords: Set<String> { Set(states.split(separator: ",").map(String.init)) }

    /// Without a word about states: what is open, and what was closed within the last weeks, as on the map.
    private mutating func readStates(at now: Timestamp, in city: City) {
        let words = stateWords
        if words.isEmpty {
            filter.closedFrom = MapDay(of: now, in: city.timeZone).closedSince
        } else if !words.contains("all") {
            filter.statuses = Set(
                ReportStatus.allCases.filter {
                    words.contains($0.rawValue) || words.contains($0.isOpen ? "open" : "closed")
                }
            )
        }
    }

    /// What was open at the end of an earlier day, or closed not long before it; it is shown as it is today.
    private mutating func readStates(on evening: Timestamp, in city: City) {
        switch stateWords {
        case ["open"]: filter.closedFrom = evening
        case ["closed"]: filter.closedUntil = evening
        case ["all"]: break
        default:
            filter.closedFrom = MapDay(of: evening.advanced(bySeconds: -1), in: city.timeZone).closedSince
        }
    }

    /// Whether anything narrows the list.
    var isNarrowed: Bool {
        !categories.isEmpty || !kinds.isEmpty || !districts.isEmpty || !states.isEmpty
            || ![from, to, at, text].allSatisfy(\.isEmpty)
    }
}
