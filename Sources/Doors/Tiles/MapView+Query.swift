import Formats
import HTTP
import LiveMap
import Reports
import Territory

extension MapView {
    /// Reads the filters of tiles; what is not understood is refused rather than passed over.
    ///
    /// `readMore` reads what only staff may ask.
    init(
        _ query: Query,
        in city: City,
        on day: MapDay,
        for viewer: Viewer = .everyone,
        reading readMore: (inout QueryReader) -> QueueFilter = { _ in .none }
    ) throws(Problem) {
        self.init(.usual, on: day, for: viewer)
        guard !query.items.isEmpty else { return }
        var reader = QueryReader(query)
        filter = MapFilter(reading: &reader, in: city, today: day.date)
        filter.queue = readMore(&reader)
        clustering = reader.choice("cluster", of: ["on", "off"]) == "off" ? .off : .on
        try reader.finish()
    }
}

extension MapFilter {
    init(reading reader: inout QueryReader, in city: City, today: CivilDate) {
        self.init()
        let catalogue = city.catalogue
        categories = reader.choices("category", of: catalogue.categories.map(\.code)).map { Set($0) }
        if let groups = reader.choices("group", of: catalogue.groups.map(\.code)) {
            let inGroups = Set(catalogue.categories.filter { groups.contains($0.group) }.map(\.code))
            categories = categories?.intersection(inGroups) ?? inGroups
        }
        kinds = reader.choices("kind", of: ReportKind.allCases.map(\.rawValue))
            .map { Set($0.compactMap { ReportKind(rawValue: $0) }) }
        units = reader.choices("unit", of: city.units.units.map(\.code)).map { Set($0) }
        districts = reader.choices("district", of: city.territory.areas.districts.map(\.code)).map { Set($0) }
        from = reader.localMoment("from", in: city, daysOn: 0)
        until = reader.localMoment("to", in: city, daysOn: 1)
        if let from, let until, from >= until { reader.report("to", "range", .reversed) }
        supporters = reader.integer("supporters", in: 0...1_000_000, usually: 0)
        readStates(&reader, in: city, today: today)
    }

    /// Which states are wanted, today's or those of an earlier evening.
    private mutating func readStates(_ reader: inout QueryReader, in city: City, today: CivilDate) {
        let evening = reader.parsed("at", .unfitDay) { CivilDate(parsing: $0) }
        if let evening, evening > today { reader.report("at", "future", .future) }
        let words = reader.choices("status", of: StatusWord.all)
        guard let evening else {
            states = words.map { StatusWord.states($0) } ?? .usual
            return
        }
        let wanted: MapFilter.EveningStates
        switch words.map({ Set($0) }) {
        case nil: wanted = .usual
        case ["open"]: wanted = .open
        case ["closed"]: wanted = .closed
        default:
            reader.report("status", "choice", .eveningStates)
            return
        }
        self.evening = MapFilter.Evening(MapDay(evening, in: city.timeZone), states: wanted)
    }
}

/// The words that the filter `status` takes.
private enum StatusWord {
    static let all = ["all", "open", "closed"] + ReportStatus.allCases.map(\.rawValue)

    static func states(_ words: [String]) -> MapFilter.States {
        guard !words.contains("all") else { return .every }
        return .some(
            Set(
                ReportStatus.allCases.filter {
                    words.contains($0.rawValue) || words.contains($0.isOpen ? "open" : "closed")
                }
            )
        )
    }
}

extension LocalizedText {
    fileprivate static let unfitDay = LocalizedText(
        pl: "Oczekiwano dnia, jak 2026-06-30.",
        en: "Expected a day as in 2026-06-30."
    )
    fileprivate static let future = LocalizedText(
        pl: "Ten dzień jeszcze nie nadszedł.",
        en: "This day is still to come."
    )
    fileprivate static let reversed = LocalizedText(
        pl: "Koniec jest przed początkiem.",
        en: "The end is before the beginning."
    )
    fileprivate static let eveningStates = LocalizedText(
        pl: "Razem z 'at' tylko: open albo closed.",
        en: "Together with 'at' only: open or closed."
    )
}
