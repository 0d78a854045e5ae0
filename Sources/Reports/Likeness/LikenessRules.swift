/// How a city tells whether two reports are about one matter: what speaks for it and against it, and how loudly.
package struct LikenessRules: Sendable, Equatable {
    /// From where on two reports are taken for the same, and for perhaps the same.
    package let thresholds: LikenessThresholds
    /// What each piece of evidence weighs; what is not named weighs nothing.
    package let weights: [Evidence: Double]
    /// Categories in which people report one matter.
    package let relations: [CategoryRelation]
    /// For how many days a matter that was closed may come up again and still be the same.
    package let closedDays: ClosedDays
    /// The words that texts of reports are made of.
    package let vocabulary: Vocabulary
    /// How near reports must be to be compared at all, in metres, whatever the category's own radius.
    package let reach: Double

    /// Joins the parts.
    package init(
        thresholds: LikenessThresholds,
        weights: [Evidence: Double],
        relations: [CategoryRelation] = [],
        closedDays: ClosedDays = ClosedDays(usual: 14),
        vocabulary: Vocabulary = Vocabulary(),
        reach: Double = 150
    ) {
        self.thresholds = thresholds
        self.weights = weights
        self.relations = relations
        self.closedDays = closedDays
        self.vocabulary = vocabulary
        self.reach = reach
    }

    /// Nothing is like anything: a city that says nothing of likeness.
    package static let none = LikenessRules(
        thresholds: LikenessThresholds(same: 1, perhaps: 1),
        weights: [.base: -100]
    )
}

/// From where on two reports are the same, and perhaps the same; both from 0 to 1.
package struct LikenessThresholds: Sendable, Equatable {
    package let same: Double
    package let perhaps: Double

    /// - Precondition: `same` is not below `perhaps`.
    package init(same: Double, perhaps: Double) {
        precondition(same >= perhaps, "what is the same is perhaps the same too")
        self.same = same
        self.perhaps = perhaps
    }
}

/// Categories in which people report one matter, and how often they do, from 0 to 1.
package struct CategoryRelation: Sendable, Equatable {
    package let categories: [String]
    package let strength: Double

    /// Joins the parts.
    package init(_ categories: [String], strength: Double) {
        self.categories = categories
        self.strength = strength
    }
}

/// For how many days a matter that was closed may come up again and still be the same.
package struct ClosedDays: Sendable, Equatable {
    package let usual: Double
    /// What fills, grows or moves on is a new matter sooner.
    package let byCategory: [String: Double]

    /// Joins the parts.
    package init(usual: Double, byCategory: [String: Double] = [:]) {
        self.usual = usual
        self.byCategory = byCategory
    }

    /// The days of a category.
    package subscript(category: String) -> Double { byCategory[category] ?? usual }
}
