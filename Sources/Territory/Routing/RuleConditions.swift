package import Reports

/// What must hold for a rule to speak; what is empty or nil asks for nothing.
package struct RuleConditions: Sendable, Equatable {
    /// The codes of categories; a report of one of these, or of one of the groups.
    package let categories: [String]
    package let groups: [String]
    package let kinds: [ReportKind]
    /// At least one of these must contain the place.
    package let zones: [ZoneCondition]
    /// None of these may contain the place.
    package let excludedZones: [ZoneCondition]
    /// The codes of districts.
    package let districts: [String]
    package let time: TimeCondition?
    /// Every one of these questions must have been answered so.
    package let answers: [AnswerCondition]

    /// Whether a report of the category can be meant at all.
    package func mean(_ category: Category) -> Bool {
        categories.isEmpty && groups.isEmpty || categories.contains(category.code)
            || groups.contains(category.group)
    }
}

/// Zones of a layer, and how far from them the condition still holds.
package struct ZoneCondition: Sendable, Equatable {
    /// The layer's code: `park`.
    package let layer: String
    /// The zones' codes; every zone of the layer if empty.
    package let codes: [String]
    /// Metres from a zone's edge; nil means the zone's own reach.
    package let within: Double?

    /// Whether a zone is among those that are meant.
    package func means(_ zone: Zone) -> Bool {
        zone.layer == layer && (codes.isEmpty || codes.contains(zone.code))
    }
}

/// A time of the city's offices.
package enum TimeCondition: String, Sendable {
    case officeHours = "office_hours"
    case outsideOfficeHours = "outside_office_hours"
    case holiday
    case notHoliday = "not_holiday"
}

/// One of several answers to a category's question.
package struct AnswerCondition: Sendable, Equatable {
    package let question: String
    package let values: [String]
}
