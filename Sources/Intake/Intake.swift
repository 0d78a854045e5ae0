package import Formats
package import Ledger
package import Reports
package import Territory

/// The way of a report from a door to the ledger: check, place, record.
package struct Intake: Sendable {
    private let city: CurrentCity
    private let ledger: Ledger

    package init(city: CurrentCity, ledger: Ledger) {
        self.city = city
        self.ledger = ledger
    }

    /// Takes a submission in; when this returns, the report is kept and on the map of this instance.
    ///
    /// - Throws: `SubmissionRefused` when the submission has to be changed, `NoCase` when somebody else has to be
    ///   asked or called, and what the ledger throws.
    package func take(
        _ submission: Submission,
        as request: NamedRequest? = nil,
        at now: Timestamp = .now
    ) async throws -> Receipt {
        let (category, placement) = try place(submission, at: now)
        let recorded = try await ledger.record(
            NewReport(
                kind: category.kind,
                category: category.code,
                words: ReportWords(description: submission.description, address: submission.address),
                channel: submission.channel,
                answers: submission.answers,
                contact: submission.contact,
                placement: placement,
                precision: submission.precision,
                created: now
            ),
            as: request
        )
        return recorded.receipt
    }

    private func place(_ submission: Submission, at now: Timestamp) throws -> (Category, Placement) {
        let city = city.value
        var problems: [SubmissionProblem] = []
        let category = city.catalogue[submission.category]
        if let category {
            problems += category.problems(with: submission.answers).map { SubmissionProblem($0) }
        } else {
            problems.append(.unknownCategory)
        }
        guard let coordinate = submission.coordinate else {
            throw SubmissionRefused(problems: problems + [.outsideCity])
        }
        if try city.site(of: coordinate, at: now) == nil {
            problems.append(city.looksSwapped(coordinate, at: now) ? .swappedAxes : .outsideCity)
        }
        if let problem = SubmissionProblem(inDescription: submission.description) {
            problems.append(problem)
        }
        guard let category, problems.isEmpty else { throw SubmissionRefused(problems: problems) }
        let matter = Matter(
            coordinate: coordinate,
            category: category,
            moment: now,
            answers: submission.answers
        )
        guard let ruling = try city.ruling(on: matter) else {
            throw SubmissionRefused(problems: [.outsideCity])
        }
        guard case .unit(let unit, _) = ruling.decision.outcome else {
            throw NoCase(outcome: ruling.decision.outcome, why: ruling.decision.why)
        }
        return (category, ruling.placement(unit: unit))
    }
}
