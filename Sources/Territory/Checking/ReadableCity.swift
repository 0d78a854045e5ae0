import Formats
import Geography
import Reports

/// The documents of a city that can be read, for the checks between them; the others are findings.
struct ReadableCity {
    /// An edition of a layer with what it holds.
    struct Edition<Content> {
        /// The first day in force; nil for the first edition.
        let validFrom: CivilDate?
        /// The first day of the next edition.
        let validUntil: CivilDate?
        let content: Content

        /// A place in this edition, named with the edition's day where there are several.
        func place(_ text: String) -> String {
            validFrom.map { "edition of \($0), \(text)" } ?? text
        }
    }

    private static let required = ["city", "categories", "units", "routing", "holidays", "districts"]

    let documents: CityDocuments
    let extent: CityExtent
    private(set) var categories: CategoryCatalogue?
    private(set) var units: UnitDirectory?
    private(set) var rules: RoutingRules?
    private(set) var holidays: HolidayCalendar?
    private(set) var districts: [Edition<[District]>] = []
    private(set) var layers: [String: [Edition<ZoneLayer>]] = [:]

    init(_ documents: CityDocuments, _ findings: inout [Finding]) {
        self.documents = documents
        extent = CityExtent(documents["city"].last?.content)
        for name in ReadableCity.required where documents[name].isEmpty {
            findings.add(
                .error,
                in: name,
                "is missing",
                mend: "a city needs this document"
            )
        }
        _ = once("city", &findings) { bytes throws(CityDataError) in try CityProfile(parsing: bytes) }
        categories = once("categories", &findings) { bytes throws(CityDataError) in
            try CategoryCatalogue(parsing: bytes)
        }
        units = once("units", &findings) { bytes throws(CityDataError) in try UnitDirectory(parsing: bytes) }
        rules = once("routing", &findings) { bytes throws(CityDataError) in try RoutingRules(parsing: bytes) }
        holidays = once("holidays", &findings) { bytes throws(CityDataError) in
            try HolidayCalendar(parsing: bytes)
        }
        _ = once("danger", &findings) { bytes throws(CityDataError) in try DangerWords(parsing: bytes) }
        if let catalogue = categories {
            _ = once("duplicates", &findings) { bytes throws(CityDataError) in
                try LikenessRules(parsing: bytes, catalogue: catalogue)
            }
        }
        districts = editions("districts", &findings) { bytes throws(CityDataError) in
            try District.all(parsing: bytes)
        }
        for name in documents.names where name.hasPrefix("zones/") {
            layers[name] = editions(name, &findings) { bytes throws(CityDataError) in
                try ZoneLayer(parsing: bytes, name: name)
            }
        }
    }

    /// The districts in force on a day.
    func districts(on day: CivilDate) -> [District] {
        districts.last { $0.isRunning(on: day) }?.content.filter { $0.validity.contains(day) } ?? []
    }

    /// A document that stands once.
    private func once<Content>(
        _ name: String,
        _ findings: inout [Finding],
        _ read: ([UInt8]) throws(CityDataError) -> Content
    ) -> Content? {
        documents[name].last.flatMap { attempt($0.content, of: name, "", &findings, read) }
    }

    /// The editions of a layer that can be read.
    private func editions<Content>(
        _ name: String,
        _ findings: inout [Finding],
        _ read: ([UInt8]) throws(CityDataError) -> Content
    ) -> [Edition<Content>] {
        let all = documents[name]
        var editions: [Edition<Content>] = []
        for (index, edition) in all.enumerated() {
            let place = edition.validFrom.map { "edition of \($0)" } ?? ""
            do {
                _ = try LayerChecks.features(of: edition.content, near: extent.region)
            } catch {
                findings.append(error.finding(in: name, edition: place))
                continue
            }
            guard let content = attempt(edition.content, of: name, place, &findings, read) else { continue }
            editions.append(
                Edition(
                    validFrom: edition.validFrom,
                    validUntil: index + 1 < all.count ? all[index + 1].validFrom : nil,
                    content: content
                )
            )
        }
        return editions
    }

    private func attempt<Content>(
        _ bytes: [UInt8],
        of name: String,
        _ place: String,
        _ findings: inout [Finding],
        _ read: ([UInt8]) throws(CityDataError) -> Content
    ) -> Content? {
        do {
            return try read(bytes)
        } catch {
            findings.add(
                .error,
                in: error.document,
                at: [place, error.place].filter { !$0.isEmpty }.joined(separator: ", "),
                error.reason,
                mend: "geodata/krakow/README.md says how it is written"
            )
            return nil
        }
    }
}
