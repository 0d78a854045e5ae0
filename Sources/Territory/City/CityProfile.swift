package import Formats
package import Reports

/// What a city is called and how its reports are numbered.
package struct CityProfile: Sendable, Equatable {
    package let name: LocalizedText
    /// The letters before a report's number: `KCK`.
    package let numberPrefix: String
    /// The zone in which the city's days begin: `Europe/Warsaw`.
    package let timeZone: String
    /// Whom to name wherever the districts are shown.
    package let attribution: LocalizedText
}

extension CityProfile {
    /// Reads `city.json`.
    package init(parsing bytes: [UInt8]) throws(CityDataError) {
        let document = try CityDocument(parsing: bytes, name: "city")
        name = try document.localized("name")
        numberPrefix = try document.text("report_number_prefix")
        timeZone = try document.text("time_zone")
        attribution = try document.localized("attribution")
        guard ReportNumber(prefix: numberPrefix, year: 2026, serial: 1) != nil else {
            throw CityDataError(
                document: "city",
                place: "report_number_prefix",
                reason: "must be two to eight capital letters"
            )
        }
    }
}
