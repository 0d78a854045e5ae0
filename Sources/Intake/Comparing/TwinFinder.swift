import Duplicates
import Formats
package import Ledger
package import LiveMap
import Reports
package import Territory

/// Finds the reports that may be about the matter of one that is being written: the nearest from the live map, what they
/// say from the ledger.
package struct TwinFinder: Sendable {
    private let map: LiveMap
    private let ledger: Ledger
    private let city: CurrentCity
    private let comparers: DailyView<Comparer>

    /// So many of the nearest are compared.
    private static let mostCompared = 20
    /// By how many metres a report of a category that is never the same ranks farther away.
    private static let strangeness = 60.0

    /// Joins the parts.
    package init(_ map: LiveMap, ledger: Ledger, city: CurrentCity) {
        self.map = map
        self.ledger = ledger
        self.city = city
        comparers = DailyView(of: city) { city, _ in Comparer(city) }
    }

    /// The likeliest first.
    package func twins(of question: TwinQuestion) async throws -> [Twin] {
        let now = Timestamp.now
        let comparer = comparers.value(at: now)
        let near = map.snapshot.near(nearQuestion(question, by: comparer, at: question.moment ?? now))
        let candidates = try await ledger.candidates(
            near.map(\.number).filter { $0 != question.besides },
            by: comparer,
            asOf: question.moment
        )
        let asked = ComparedReport(
            category: question.category,
            coordinate: question.coordinate,
            precision: question.precision,
            text: comparer.traits(of: question.words, answers: question.answers, in: question.category),
            created: question.moment ?? now,
            photos: try await ledger.likenesses(of: question.photos)
        )
        let best =
            candidates
            .map { ($0, comparer.likeness(of: asked, to: $0.compared)) }
            .sorted { ($0.1.value, $1.1.metres) > ($1.1.value, $0.1.metres) }
            .prefix(question.limit)
        let reports = try await ledger.reports(best.map(\.0.number))
        return best.compactMap { candidate, likeness in
            reports.first { $0.number == candidate.number }
                .map { Twin(report: $0, status: candidate.status, likeness: likeness) }
        }
    }

    private func nearQuestion(
        _ question: TwinQuestion,
        by comparer: Comparer,
        at moment: Timestamp
    ) -> NearQuestion {
        var categories: [String: Double] = [:]
        var closedDays = 0.0
        for category in city.value.catalogue.categories {
            guard let relation = comparer.relation(of: question.category, to: category.code) else { continue }
            categories[category.code] = (1 - relation) * TwinFinder.strangeness
            if relation > 0 { closedDays = max(closedDays, comparer.rules.closedDays[category.code]) }
        }
        return NearQuestion(
            at: question.coordinate,
            within: question.radius ?? comparer.reach(of: question.category),
            categories: categories,
            moment: moment,
            closedSince: moment.advanced(bySeconds: -Int64(closedDays * 86_400)),
            metresPerDay: 1,
            mostMetresForAge: 30,
            metresForClosed: 40,
            limit: TwinFinder.mostCompared,
            for: question.viewer
        )
    }
}
