package import Formats
package import Ledger
package import Reports
package import Territory

/// The way of a report from a door to the ledger: check, place, record.
package struct Intake: Sendable {
    private let catalogue: CategoryCatalogue
    private let territory: Territory
    private let ledger: Ledger

    package init(catalogue: CategoryCatalogue, territory: Territory, ledger: Ledger) {
        self.catalogue = catalogue
        self.territory = territory
        self.ledger = ledger
    }

    /// Takes a submission in; when this returns, the report is kept and on the map of this instance.
    ///
    /// - Throws: `SubmissionRefused` when the submission has to be changed, and what the ledger throws.
    package func take(_ submission: Submission, at now: Timestamp = .now) async throws -> Report {
        let (category, placement) = try place(submission, at: now)
        return try await ledger.record(
            NewReport(
                kind: category.kind,
                category: category.code,
                description: submission.description,
                placement: placement,
                created: now
            )
        )
    }

    private func place(_ submission: Submission, at now: Timestamp) throws -> (Category, Placement) {
        var problems: [SubmissionProblem] = []
        let category = catalogue[submission.category]
        if category == nil {
            problems.append(.unknownCategory)
        }
        let place = try territory.site(of: submission.coordinate, on: now.date)
        if place == nil {
            problems.append(.outsideCity)
        }
        if let problem = SubmissionProblem(inDescription: submission.description) {
            problems.append(problem)
        }
        guard let category, let place, problems.isEmpty else { throw SubmissionRefused(problems: problems) }
        let placement = Placement(
            coordinate: submission.coordinate,
            metres: place.metres,
            district: place.district.district.code,
            unit: category.unit
        )
        return (category, placement)
    }
}
