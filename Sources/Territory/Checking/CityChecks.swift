package import Formats

/// Everything that can be known to be wrong with a city's data before a report is placed by them.
package enum CityChecks {
    /// What is found in all documents and between them, document by document, errors first in each.
    ///
    /// The documents are the whole city, with all editions of its layers; 'ended' and 'in future' are told by the day.
    package static func findings(in documents: CityDocuments, on day: CivilDate) -> [Finding] {
        var findings: [Finding] = []
        let city = ReadableCity(documents, &findings)
        EditionChecks(documents: documents, day: day).run(&findings)
        checkUnitsAndRules(of: city, on: day, &findings)
        do {
            let desk = try SurveyDesk()
            try DistrictChecks(city: city).run(desk, &findings)
            try ZoneChecks(city: city).run(desk, &findings)
        } catch {
            findings.add(
                .error,
                in: "districts",
                "the geometry could not be checked: \(error)",
                mend: "install GEOS and PROJ with its database (Debian: libgeos-dev, proj-data)"
            )
        }
        return sorted(findings)
    }

    private static func checkUnitsAndRules(
        of city: ReadableCity,
        on day: CivilDate,
        _ findings: inout [Finding]
    ) {
        if let units = city.units { UnitChecks(city: city, units: units).run(&findings) }
        guard let catalogue = city.categories else { return }
        if let units = city.units {
            InChargeChecks(city: city, units: units, catalogue: catalogue, day: day).run(&findings)
        }
        guard let rules = city.rules else { return }
        RuleCodeChecks(city: city, catalogue: catalogue, rules: rules).run(&findings)
        RuleReachChecks(city: city, catalogue: catalogue, rules: rules).run(&findings)
        DistrictListChecks(city: city, catalogue: catalogue, rules: rules, day: day).run(&findings)
    }

    private static func sorted(_ findings: [Finding]) -> [Finding] {
        let order: [Finding.Severity] = [.error, .warning, .note]
        // Stable within a document and a severity: in the order of the document.
        return findings.enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            if first.document != second.document { return first.document < second.document }
            let ranks = (order.firstIndex(of: first.severity), order.firstIndex(of: second.severity))
            if let rank = ranks.0, let other = ranks.1, rank != other { return rank < other }
            return left.offset < right.offset
        }.map(\.element)
    }
}
