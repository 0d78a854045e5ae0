package import Formats
package import Geography

/// Where a report lies, who must act there, and why.
package struct Placement: Sendable, Hashable {
    package let coordinate: Coordinate
    /// The same place in the city's metric system (EPSG:2178).
    package let metres: Metres
    /// The district's code: its Roman number in Kraków.
    package let district: String
    /// The code of the unit in charge.
    package let unit: String
    /// What the unit was chosen by; nil for reports from before there were rules.
    package let grounds: PlacementGrounds?

    package init(
        coordinate: Coordinate,
        metres: Metres,
        district: String,
        unit: String,
        grounds: PlacementGrounds?
    ) {
        self.coordinate = coordinate
        self.metres = metres
        self.district = district
        self.unit = unit
        self.grounds = grounds
    }
}

/// What a placement was made of; kept with the report, whatever the rules say later.
package struct PlacementGrounds: Sendable, Hashable {
    /// The version of the city's areas, units and rules.
    package let cityVersion: Int
    /// The rule's identifier, or `category` or `queue`.
    package let rule: String
    /// A sentence to the resident.
    package let why: LocalizedText
    /// Whether the place is so near to a border that somebody should look.
    package let needsReview: Bool
    /// Everything besides as a JSON object: zones, candidates, answers, steps, doubts.
    package let facts: String

    package init(cityVersion: Int, rule: String, why: LocalizedText, needsReview: Bool, facts: String) {
        self.cityVersion = cityVersion
        self.rule = rule
        self.why = why
        self.needsReview = needsReview
        self.facts = facts
    }
}
