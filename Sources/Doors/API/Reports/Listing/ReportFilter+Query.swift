import Formats
import Ledger
import Reports
import Territory

extension ReportFilter {
    /// Reads the filters of a list; what is wrong is left with the reader.
    init(reading reader: inout QueryReader, for audience: Audience, in city: City) {
        self.init(for: audience)
        statuses = reader.choices("status", of: ReportStatus.allCases.map(\.rawValue))
            .map { Set($0.compactMap { ReportStatus(rawValue: $0) }) }
        kinds = reader.choices("kind", of: ReportKind.allCases.map(\.rawValue))
            .map { Set($0.compactMap { ReportKind(rawValue: $0) }) }
        categories = reader.choices("category", of: city.catalogue.categories.map(\.code)) ?? []
        units = reader.choices("unit", of: city.units.units.map(\.code)) ?? []
        districts = reader.choices("district", of: city.territory.areas.districts.map(\.code)) ?? []
        bounds = reader.bounds("bbox")
        from = reader.localMoment("from", in: city, daysOn: 0)
        until = reader.localMoment("to", in: city, daysOn: 1)
        text = reader.parsed("q", .unfitSearch) { SearchText($0) }
        if audience.isStaff { isUrgent = reader.choice("urgent", of: ["true"]) != nil }
        // Words that are not shown are not found either.
        wordless = city.catalogue.wordless
    }
}

extension LocalizedText {
    static let unfitSearch = LocalizedText(
        pl: "Od 1 do \(SearchText.mostWords) słów, najwyżej \(SearchText.longest) znaków.",
        en: "1 to \(SearchText.mostWords) words, at most \(SearchText.longest) characters."
    )
}
