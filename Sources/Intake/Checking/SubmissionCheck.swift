import Formats
import Reports
import Territory

/// Collects what is wrong with a submission before anybody looks at its place.
struct SubmissionCheck {
    /// The earliest day from which reports are brought over.
    private static let earliest = CivilDate(year: 2000, month: 1, day: 1)?.start
    /// Clocks differ a little.
    private static let clockSkew: Int64 = 300

    let submission: Submission
    let category: Category?
    let sender: SenderKind
    let now: Timestamp

    var problems: [SubmissionProblem] {
        var problems: [SubmissionProblem] = []
        if let category {
            let isImported = submission.imported != nil || submission.received != nil
            problems += category.problems(with: submission.answers, mayLackRequired: isImported)
                .map { SubmissionProblem($0) }
        } else {
            problems.append(.unknownCategory)
        }
        if let fault = TextFault(in: submission.description, longest: Submission.longestDescription),
            !(fault.code == "missing" && sender == .unaskable)
        {
            problems.append(SubmissionProblem(.description, fault))
        }
        if let address = submission.address,
            let fault = TextFault(in: address, longest: Submission.longestAddress)
        {
            problems.append(SubmissionProblem(.address, fault))
        }
        for answer in submission.answers.sorted(by: { $0.key < $1.key }) {
            for value in answer.value {
                guard let fault = TextFault(in: value, longest: .max), fault.code != "missing" else {
                    continue
                }
                problems.append(SubmissionProblem(.answer(answer.key), fault))
            }
        }
        if let contact = submission.contact { problems += ContactCheck(contact: contact).problems }
        problems += photoProblems
        if let imported = submission.imported { problems += self.problems(with: imported) }
        if let received = submission.received { problems += self.problems(withReceipt: received) }
        return problems
    }

    private var photoProblems: [SubmissionProblem] {
        guard submission.photos.count > ReportPhoto.mostPerReport else { return [] }
        return [
            SubmissionProblem(
                .photos,
                "count",
                pl: "Najwyżej \(ReportPhoto.mostPerReport) zdjęć.",
                en: "At most \(ReportPhoto.mostPerReport) photos."
            )
        ]
    }

    private func problems(withReceipt created: Timestamp) -> [SubmissionProblem] {
        if created > now.advanced(bySeconds: SubmissionCheck.clockSkew) {
            return [
                SubmissionProblem(.created, "future", pl: "Data z przyszłości.", en: "It lies in the future.")
            ]
        }
        guard let earliest = SubmissionCheck.earliest, created < earliest else { return [] }
        return [
            SubmissionProblem(
                .created,
                "range",
                pl: "Data sprzed roku 2000.",
                en: "It lies before the year 2000."
            )
        ]
    }

    private func problems(with imported: ImportedFacts) -> [SubmissionProblem] {
        var problems = imported.created.map { self.problems(withReceipt: $0) } ?? []
        if let status = imported.status, let category, !HandlingTable.standard.has(status, category.kind) {
            let known = HandlingTable.standard.statuses(of: category.kind).map(\.rawValue).joined(
                separator: ", "
            )
            problems.append(
                SubmissionProblem(
                    .status,
                    "choice",
                    pl: "Ten rodzaj zgłoszenia ma stany: \(known).",
                    en: "Reports of this kind have the statuses: \(known)."
                )
            )
        }
        return problems
    }
}
