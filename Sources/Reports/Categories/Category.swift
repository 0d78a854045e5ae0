package import Formats

/// What a report can be about.
package struct Category: Sendable, Equatable {
    /// `road.pothole`: what machines use and what never changes.
    package let code: String
    /// The code of the heading under which people look for it.
    package let group: String
    /// The code of the class in the city's own form, if it has one.
    package let publicClass: String?
    package let kind: ReportKind
    /// Everything that a report of it can be, its own kind first.
    package let kinds: [ReportKind]
    package let name: LocalizedText
    /// What pages call its drawing; nil where the city's data name none.
    package let icon: String?
    /// The code of the unit in charge where no rule of the territory says otherwise.
    package let unit: String
    package let deadlines: CategoryDeadlines?
    package let visibility: CategoryVisibility
    /// When two reports may be about the same matter; nil if they never are.
    package let duplicates: DuplicateReach?
    package let emergency: EmergencyAdvice?
    /// What the sender is asked besides; none of it must be answered unless it says so.
    package let questions: [Question]
}

/// A heading under which people look for categories.
package struct CategoryGroup: Sendable, Equatable {
    package let code: String
    package let name: LocalizedText
}

/// One of the classes in the city's own form.
package struct CategoryClass: Sendable, Equatable {
    package let code: String
    package let name: LocalizedText
}

/// Within how many working days something must happen.
package struct CategoryDeadlines: Sendable, Equatable {
    /// To the unit's first action; 0 is the same day.
    package let firstAction: Int
    /// To the closing.
    package let closure: Int

    /// Working days to the first action and to the closing.
    package init(firstAction: Int, closure: Int) {
        self.firstAction = firstAction
        self.closure = closure
    }
}

/// How much of a report everybody may see.
package enum CategoryVisibility: String, Sendable {
    /// Its place, its text and its photos, once they are cleared.
    case `public`
    /// That there is something, and where; neither text nor photo.
    case placeOnly = "place_only"
    /// Nothing: it is for staff alone.
    case staff
}

/// How near in space and time reports of a category are likely about the same matter.
package struct DuplicateReach: Sendable, Equatable {
    package let metres: Double
    package let days: Int
}

/// What people in danger must do instead of writing a report.
package struct EmergencyAdvice: Sendable, Equatable {
    /// Whom to call: `112`, `994`.
    package let numbers: [String]
    package let advice: LocalizedText
}
