package import Formats
package import Geography
package import Reports

/// What would become of reports if other rules were in force: counted, and shown by examples.
package struct Replay: Sendable {
    /// A report as far as rules ask about it.
    package struct PlacedReport: Sendable {
        package let number: String
        package let coordinate: Coordinate
        package let category: String
        package let kind: ReportKind
        package let created: Timestamp
        /// The unit that it was given to.
        package let unit: String
        package let answers: [String: [String]]

        package init(
            number: String,
            coordinate: Coordinate,
            category: String,
            kind: ReportKind,
            created: Timestamp,
            unit: String,
            answers: [String: [String]]
        ) {
            self.number = number
            self.coordinate = coordinate
            self.category = category
            self.kind = kind
            self.created = created
            self.unit = unit
            self.answers = answers
        }
    }

    /// Reports that would go from one unit to another.
    package struct Change: Sendable, Equatable {
        /// The code of the unit that they were given to.
        package let from: String
        /// A unit's code, or `out_of_scope` or `emergency`.
        package let to: String
        package fileprivate(set) var count = 0
        /// The first few.
        package fileprivate(set) var examples: [Example] = []
    }

    /// One report that would change hands.
    package struct Example: Sendable, Equatable {
        package let number: String
        package let category: String
        package let district: String
        /// What would decide: a rule, `category` or `queue`.
        package let rule: String
    }

    fileprivate static let mostExamples = 3

    private let city: City
    private let proposed: Routing
    private let horizon: Double
    private var tallies: [String: Change] = [:]
    /// How many reports were looked at.
    package private(set) var count = 0
    /// How many lie outside of the city or have a category that is no longer there.
    package private(set) var passedOver = 0
    /// How many the rules of today would give to another unit than the one they were given to.
    package private(set) var changedByPresentRules = 0

    /// Compares with `rules` in the city as it is.
    package init(city: City, rules: RoutingRules) {
        self.city = city
        proposed = Routing(rules: rules, units: city.units, catalogue: city.catalogue)
        horizon = max(rules.widestReach, city.routing.rules.widestReach)
    }

    /// What would change, the most frequent first.
    package var changes: [Change] {
        tallies.values.sorted { ($1.count, $0.from, $0.to) < ($0.count, $1.from, $1.to) }
    }

    /// Looks at a report as the areas were on its day.
    package mutating func add(_ report: PlacedReport) throws {
        count += 1
        let moment = city.timeZone.local(report.created)
        guard let category = city.catalogue[report.category],
            let site = try city.territory.site(of: report.coordinate, on: moment.date, horizon: horizon)
        else {
            passedOver += 1
            return
        }
        let circumstances = Circumstances(
            site: site,
            category: category,
            kind: report.kind,
            at: moment,
            calendar: city.holidays,
            answers: report.answers
        )
        if city.routing.decide(circumstances).outcome.party != report.unit { changedByPresentRules += 1 }
        let decision = proposed.decide(circumstances)
        let party = decision.outcome.party
        guard party != report.unit else { return }
        let example = Example(
            number: report.number,
            category: report.category,
            district: site.district.district.code,
            rule: decision.rule.id ?? decision.rule.stage
        )
        tallies["\(report.unit) \(party)", default: Change(from: report.unit, to: party)].add(example)
    }
}

extension Replay.Change {
    fileprivate mutating func add(_ example: Replay.Example) {
        count += 1
        if examples.count < Replay.mostExamples { examples.append(example) }
    }
}
