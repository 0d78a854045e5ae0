import Ledger
import Reports

extension Intake {
    /// The reports that a sender mentions, by their identifiers.
    ///
    /// - Throws: `SubmissionRefused` if one of them is not there.
    func mentioned(
        in submission: Submission
    ) async throws -> (same: ReportIdentifier?, different: [ReportIdentifier]) {
        let numbers = submission.notSameAs + (submission.sameAs.map { [$0] } ?? [])
        guard !numbers.isEmpty else { return (nil, []) }
        let known = try await ledger.identifiers(of: numbers)
        var problems: [SubmissionProblem] = []
        if let number = submission.sameAs, known[number] == nil { problems.append(.unknownNumber(.sameAs)) }
        if submission.notSameAs.contains(where: { known[$0] == nil }) {
            problems.append(.unknownNumber(.notSameAs))
        }
        guard problems.isEmpty else { throw SubmissionRefused(problems: problems) }
        return (submission.sameAs.flatMap { known[$0] }, submission.notSameAs.compactMap { known[$0] })
    }
}
