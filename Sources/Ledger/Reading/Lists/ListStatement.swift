import Formats
import Geography
import PostgreSQL
import Reports

/// The statements of one list: what they have in common is every condition of its filter.
struct ListStatement {
    /// How many of the newest reports the walk looks at: some two milliseconds, and whatever one in eighty meets is found.
    static let walk = 4_000
    /// The same for each report that is wanted, where these are many: to ask the index for many costs more.
    static let walkForEach = 16
    /// The same where each report's words have to be compared.
    static let searchingWalk = 100
    /// So many reports' words are compared sooner than the index has gathered all beginnings of frequent words.
    static let few = 2_000

    let filter: ReportFilter
    /// What the index for rare things is asked.
    let tokens: ListTokens
    let conditions: [SQL]
    private let from: Timestamp
    private let wanted: Int
    /// Whether few reports meet all of a search but its words, where somebody knows; otherwise they are counted.
    var areOthersFew: Bool?

    /// The statements for so many reports; nil if none can meet the filter.
    init?(_ filter: ReportFilter, wanted: Int = 50) {
        self.wanted = wanted
        guard let units = ListStatement.units(of: filter) else { return nil }
        var filter = filter
        for list in [\ReportFilter.categories, \.districts] {
            let known = filter[keyPath: list].filter(ListStatement.canBeCode)
            guard known.isEmpty == filter[keyPath: list].isEmpty else { return nil }
            filter[keyPath: list] = known
        }
        // Nobody needs to look through all that was withdrawn in order to find none of it.
        if case .everyone = filter.audience { filter.statuses?.remove(.withdrawn) }
        if filter.statuses?.isEmpty == true || filter.kinds?.isEmpty == true { return nil }
        self.filter = filter
        tokens = ListTokens(filter, units: units)
        conditions = ListStatement.conditions(filter, units: units)
        from = max(filter.from ?? PageKey.moments.lowerBound, PageKey.moments.lowerBound)
        if from > PageKey.moments.upperBound { return nil }
    }

    var isSearch: Bool { filter.text != nil }

    /// Whether it needs columns that only queues are filtered by.
    private var asksOfQueue: Bool {
        if case .desk = filter.audience { return true }
        return filter.queue != .none || filter.isOfLeaders
    }

    /// The windows for what the walk did not find.
    func windows(before moment: Timestamp) -> [ListWindow] {
        ListWindow.windows(
            before: moment,
            from: filter.from,
            conditions: tokens.conditions.count,
            isSearch: isSearch
        )
    }

    /// Where the list begins, for who wants to go on after a key.
    func start(after key: PageKey?) -> PageKey {
        let top = PageKey(before: filter.until ?? PageKey.moments.upperBound)
        guard let key else { return top }
        return key.created < top.created ? key : top
    }

    /// How many reports the walk looks at; nil for all, where no index would know better.
    var walk: Int? {
        if isSearch { return ListStatement.searchingWalk }
        return tokens.conditions.isEmpty ? nil : max(ListStatement.walk, ListStatement.walkForEach * wanted)
    }

    /// Where those among the newest after a place stand that meet the filter.
    func walked(after place: PageKey, skipping: Int = 0, limit: Int) -> SQL {
        let bound: SQL = walk.map { "LIMIT \(Int64($0))" } ?? "OFFSET 0"
        let words: SQL = isSearch ? ", \(ListStatement.words) AS words" : ""
        let queue: SQL = asksOfQueue ? ", \(QueueFilter.columns)" : ""
        var conditions = conditions
        if let text = filter.text {
            conditions.append("report_words(r.words) @@ report_search(\(text.text))")
        }
        return """
            SELECT r.created_at, r.id FROM (
                SELECT r.created_at, r.id, r.status, r.category, r.kind, r.unit, r.district, r.hidden, r.closed_at, r.lon, r.lat\(words)\(queue)
                FROM report r WHERE \(after(place, from: from))
                ORDER BY r.created_at DESC, r.id DESC \(bound)
            ) AS r
            WHERE \(SQL.joined(conditions, separator: " AND "))
            ORDER BY r.created_at DESC, r.id DESC OFFSET \(Int64(skipping)) LIMIT \(Int64(limit))
            """
    }

    /// Where those stand that go first: there are never many, and an index has no others.
    func urgent(after place: PageKey, limit: Int) -> SQL {
        """
        SELECT r.created_at, r.id FROM report r
        WHERE r.urgent AND r.closed_at IS NULL AND \(SQL.joined(conditions, separator: " AND ")) AND \(after(place, from: from))
        ORDER BY r.created_at DESC, r.id DESC LIMIT \(Int64(limit))
        """
    }

    /// The place that many reports further on; no row if there are not so many.
    func place(_ count: Int, after place: PageKey) -> SQL {
        """
        SELECT r.created_at, r.id FROM report r WHERE \(after(place, from: from))
        ORDER BY r.created_at DESC, r.id DESC OFFSET \(Int64(count - 1)) LIMIT 1
        """
    }

    /// How many reports meet all of a search but its words, up to one more than `few`; nil where nothing else is asked.
    var countOfOthers: SQL? {
        guard isSearch, !tokens.conditions.isEmpty else { return nil }
        return """
            SELECT count(*) FROM (SELECT FROM report r WHERE \(others) LIMIT \(Int64(ListStatement.few + 1))) AS found
            """
    }

    /// Where those stand whose words are among few.
    func compared(after place: PageKey, limit: Int) -> SQL {
        """
        WITH hit AS MATERIALIZED (
            SELECT r.created_at, r.id, \(ListStatement.words) AS words FROM report r WHERE \(others)
        )
        SELECT r.created_at, r.id FROM hit r
        WHERE report_words(r.words) @@ report_search(\(filter.text?.text ?? "")) AND \(after(place, from: from))
        ORDER BY r.created_at DESC, r.id DESC LIMIT \(Int64(limit))
        """
    }

    /// Everything but the words and the time, as a question to the index.
    private var others: SQL {
        """
        \(ListStatement.indexed) @@ (\(tokens.conditions.joined(separator: " & "))::text::tsquery)
        AND \(SQL.joined(conditions, separator: " AND "))
        """
    }

    /// Where those within some weeks stand that the index finds.
    func asked(after place: PageKey, in window: ListWindow, limit: Int) -> SQL {
        var asked: [SQL] = []
        let question = tokens.text(in: window)
        if !question.isEmpty { asked.append("\(question)::text::tsquery") }
        if let text = filter.text { asked.append("report_search(\(text.text))") }
        let from = max(from, window.start ?? from)
        // The time stands apart: the index has it as spans of weeks, and another index on it would only be read besides.
        return """
            WITH hit AS MATERIALIZED (
                SELECT r.created_at, r.id FROM report r
                WHERE \(ListStatement.indexed) @@ (\(SQL.joined(asked, separator: " && "))) AND \(SQL.joined(conditions, separator: " AND "))
            )
            SELECT r.created_at, r.id FROM hit r WHERE \(after(place, from: from))
            ORDER BY r.created_at DESC, r.id DESC LIMIT \(Int64(limit))
            """
    }

    /// What everybody may read of a report, so that a search never finds what was masked.
    private static let words: SQL =
        "coalesce(r.public_description, r.description) || ' ' || coalesce(r.public_address, r.address, '')"

    /// To the letter what `report_asked` is an index on.
    static let indexed: SQL = """
        report_tokens(
            \(words),
            r.kind, r.category, r.unit, r.district, r.status, r.morton, r.created_at
        )
        """

    private func after(_ place: PageKey, from: Timestamp) -> SQL {
        "(r.created_at, r.id) < (\(place.created), \(place.id.uuid)) AND r.created_at >= \(from)"
    }
}

extension ListStatement {
    /// The units asked for, as far as the audience may see them; nil if none is left.
    private static func units(of filter: ReportFilter) -> [String]? {
        let units = filter.units.filter(canBeCode)
        guard units.isEmpty == filter.units.isEmpty else { return nil }
        guard case .staff(let unit?) = filter.audience else { return units }
        return units.isEmpty || units.contains(unit) ? [unit] : nil
    }

    /// Text that PostgreSQL takes and that is no longer than a lexeme may be.
    private static func canBeCode(_ text: String) -> Bool {
        text.utf8.count <= 200 && !text.utf8.contains(0)
    }

    /// Each condition on a `report` named `r`: with columns only that `report_newest` includes, unless it asks of queues.
    private static func conditions(_ filter: ReportFilter, units: [String]) -> [SQL] {
        var conditions = [filter.audience.condition]
        if let statuses = filter.statuses {
            conditions.append("r.status = ANY (\(statuses.map(\.rawValue).sorted()))")
        }
        if let closedFrom = filter.closedFrom {
            conditions.append("(r.closed_at IS NULL OR r.closed_at >= \(closedFrom))")
        }
        if let closedUntil = filter.closedUntil { conditions.append("r.closed_at < \(closedUntil)") }
        if let kinds = filter.kinds { conditions.append("r.kind = ANY (\(kinds.map(\.rawValue).sorted()))") }
        if !filter.categories.isEmpty { conditions.append("r.category = ANY (\(filter.categories))") }
        if !units.isEmpty { conditions.append("r.unit = ANY (\(units))") }
        if !filter.districts.isEmpty { conditions.append("r.district = ANY (\(filter.districts))") }
        conditions += filter.queue.conditions
        if filter.isOfLeaders { conditions.append("r.leader_id IS NULL") }
        if let bounds = filter.bounds { conditions.append(within(bounds)) }
        if let box = filter.box { conditions.append(within(box)) }
        if let near = filter.near { conditions += [within(near.bounds), within(near)] }
        if case .everyone = filter.audience, filter.text != nil, !filter.wordless.isEmpty {
            conditions.append("r.category <> ALL (\(filter.wordless))")
        }
        return conditions
    }

    private static func within(_ bounds: Bounds) -> SQL {
        "r.lon BETWEEN \(bounds.west) AND \(bounds.east) AND r.lat BETWEEN \(bounds.south) AND \(bounds.north)"
    }

    private static func within(_ box: DegreeBox) -> SQL {
        let latitude: SQL = "r.lat BETWEEN \(box.south) AND \(box.north)"
        guard box.isCrossing else { return "\(latitude) AND r.lon BETWEEN \(box.west) AND \(box.east)" }
        return "\(latitude) AND (r.lon >= \(box.west) OR r.lon <= \(box.east))"
    }

    /// `Coordinate.distance`, said in SQL: degrees are as long as they are half way between.
    private static func within(_ circle: Circle) -> SQL {
        let (centre, degree) = (circle.centre, circle.metresPerDegree)
        return """
            power((r.lat - \(centre.latitude)) * \(degree.north), 2) + power((r.lon - \(centre.longitude)) * \(degree.east)
                * cosd((r.lat + \(centre.latitude)) / 2) / cosd(\(circle.latitude)), 2) <= \(circle.metres * circle.metres)
            """
    }
}
