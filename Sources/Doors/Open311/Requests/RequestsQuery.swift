package import Formats
import Geography
package import HTTP
package import Ledger
package import Reports
package import Territory

/// What `GET requests` asks for.
package struct RequestsQuery: Sendable {
    /// So many reports may be asked for by their ids.
    package static let mostNumbers = 500
    private static let mostCodes = 64
    private static let usualRadius = 100.0
    private static let radii = 1.0...20_000.0

    /// The ids, which override everything else; nil where there are none.
    package let numbers: [ReportNumber]?
    package let filter: ReportFilter
    package let page: PageChoice
    let isExtended: Bool

    /// Reads a query; unknown parameters are passed over.
    ///
    /// - Throws: 400 with everything that is wrong.
    package init(parsing query: Query, for audience: Audience, in city: City, now: Timestamp) throws(Problem)
    {
        var reader = QueryReader(query)
        self.init(reading: &reader, for: audience, in: city, now: now)
        try reader.finishIgnoringOthers()
    }

    private init(reading reader: inout QueryReader, for audience: Audience, in city: City, now: Timestamp) {
        isExtended = reader.flag("extensions")
        numbers = RequestsQuery.numbers(&reader)
        var filter = ReportFilter(for: audience)
        guard numbers == nil else {
            (page, self.filter) = (.unpaged, filter)
            return
        }
        page = PageChoice(reading: &reader)
        filter.categories = RequestsQuery.codes("service_code", &reader)
        filter.statuses = RequestsQuery.statuses(&reader)
        filter.bounds = reader.bounds("bbox")
        filter.near = RequestsQuery.circle(&reader)
        filter.text = reader.parsed("q", .unfitSearch) { SearchText($0) }
        filter.wordless = city.catalogue.wordless
        filter.updatedFrom = reader.moment(named: "updated_after")
        filter.updatedUntil = reader.moment(named: "updated_before")
        // Who asks for what has changed means reports of any age.
        let hasDates = reader.text("start_date") != nil || reader.text("end_date") != nil
        if hasDates || (filter.updatedFrom == nil && filter.updatedUntil == nil) {
            let window = TimeWindow(reading: &reader, now: now)
            (filter.from, filter.until) = (window.from, window.until)
        }
        self.filter = filter
    }

    private static func numbers(_ reader: inout QueryReader) -> [ReportNumber]? {
        guard let list = reader.list("service_request_id", most: mostNumbers) else { return nil }
        var seen: Set<ReportNumber> = []
        // What is no number of ours is nobody's report.
        return list.compactMap { ReportNumber(parsing: $0) }.filter { seen.insert($0).inserted }
    }

    /// Codes that nobody knows are no reports', which an empty list says.
    private static func codes(_ name: String, _ reader: inout QueryReader) -> [String] {
        reader.list(name, most: mostCodes) ?? []
    }

    private static func statuses(_ reader: inout QueryReader) -> Set<ReportStatus>? {
        guard let words = reader.list("status", most: mostCodes) else { return nil }
        var statuses: Set<ReportStatus> = []
        for word in words {
            switch ExtendedStatus(reading: word) {
            case .open: statuses.formUnion(ReportStatus.allCases.filter(\.isOpen))
            case .closed: statuses.formUnion(ReportStatus.allCases.filter { !$0.isOpen })
            case let status?:
                statuses.formUnion(ReportStatus.allCases.filter { ExtendedStatus($0) == status })
            case nil: reader.report("status", "choice", unknownStatus)
            }
        }
        return statuses.count == ReportStatus.allCases.count ? nil : statuses
    }

    private static func circle(_ reader: inout QueryReader) -> Circle? {
        let latitude = reader.numberIfAny("lat", in: -90...90)
        let longitude = reader.numberIfAny("long", in: -180...180)
        let radius = reader.numberIfAny("radius", in: radii)
        guard reader.text("lat") != nil || reader.text("long") != nil else { return nil }
        if reader.text("lat") == nil { reader.report("lat", "missing", halfPlace) }
        if reader.text("long") == nil { reader.report("long", "missing", halfPlace) }
        guard let latitude, let longitude,
            let centre = Coordinate(longitude: longitude, latitude: latitude)
        else { return nil }
        return Circle(around: centre, metres: radius ?? usualRadius)
    }

    private static let unknownStatus = LocalizedText(
        pl: "Oczekiwano open lub closed, po przecinku.",
        en: "Expected open or closed, joined by commas."
    )
    private static let halfPlace = LocalizedText(
        pl: "Podaj lat i long razem.",
        en: "Give both lat and long."
    )
}

extension QueryReader {
    /// Texts joined by commas, or given several times; nil if there are none.
    mutating func list(_ name: String, most: Int) -> [String]? {
        let texts = all(name).flatMap { $0.split(separator: ",") }
            .map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
        guard texts.count <= most else {
            report(
                name,
                "range",
                LocalizedText(pl: "Najwyżej \(most) wartości.", en: "At most \(most) values.")
            )
            return []
        }
        return texts.isEmpty ? nil : texts
    }

    /// Whether something is asked for by `true`.
    mutating func flag(_ name: String) -> Bool {
        text(name)?.lowercased() == "true"
    }
}
