package import Formats
package import Reports

/// What a city is called, how its reports are numbered, and how generous its borders are.
package struct CityProfile: Sendable, Equatable {
    package let name: LocalizedText
    /// Who takes the reports in; nil where the data do not say.
    package let centre: Centre?
    /// What Open311's clients may call the city (`jurisdiction_id`), in lower case.
    package let jurisdictions: [String]
    /// The letters before a report's number: `KCK`.
    package let numberPrefix: String
    /// The zone in which the city's days begin: `Europe/Warsaw`.
    package let timeZone: String
    /// Whom to name wherever the districts are shown.
    package let attribution: LocalizedText
    /// How far from all districts a place may still lie.
    package let tolerance: Tolerance

    /// The contact centre: what it is called, and when it answers which number.
    package struct Centre: Sendable, Equatable {
        package let name: LocalizedText
        package let hotline: String
        /// When it is answered, in words.
        package let hours: LocalizedText
        /// The same, so that it can be told whether it is answered now; nil where the data do not say.
        package let opening: OfficeHours?
    }
}

extension CityProfile {
    /// More than this is no longer a matter of imprecise borders, in metres.
    private static let widestTolerance = 500.0

    /// Reads `city.json`.
    package init(parsing bytes: [UInt8]) throws(CityDataError) {
        let document = try CityDocument(parsing: bytes, name: "city")
        name = try document.localized("name")
        centre = try Centre(document)
        jurisdictions = try document.texts("jurisdictions").map { $0.lowercased() }
        numberPrefix = try document.text("report_number_prefix")
        timeZone = try document.text("time_zone")
        attribution = try document.localized("attribution")
        let tolerance = try document.part("tolerance")
        self.tolerance = Tolerance(
            gap: try tolerance.number("gap_m", in: 0...CityProfile.widestTolerance),
            outside: try tolerance.number("outside_m", in: 0...CityProfile.widestTolerance)
        )
        guard ReportNumber(prefix: numberPrefix, year: 2026, serial: 1) != nil else {
            throw document.error("report_number_prefix", "must be two to eight capital letters")
        }
    }
}

extension CityProfile.Centre {
    fileprivate init?(_ document: CityDocument) throws(CityDataError) {
        guard let hotline = try document.partIfAny("hotline") else { return nil }
        name = try document.localized("centre_name")
        self.hotline = try hotline.text("number")
        hours = try hotline.localized("hours")
        opening = try hotline.partIfAny("open").map { part throws(CityDataError) in try OfficeHours(part) }
    }
}
