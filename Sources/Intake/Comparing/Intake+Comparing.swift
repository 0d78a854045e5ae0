import Cryptography
package import Duplicates
import Formats
import Ledger
import Reports
package import Territory

extension Intake {
    /// What it takes to look for the twins of a new report; nil where reports of its category have none.
    func comparison(of new: NewReport, answering submission: Submission) -> NewComparison? {
        let comparer = comparers.value(at: .now)
        guard !comparer.related(to: new.category).isEmpty else { return nil }
        let report = ComparedReport(
            category: new.category,
            coordinate: new.placement.coordinate,
            precision: new.precision,
            text: comparer.traits(of: new.words, answers: new.answers, in: new.category),
            created: new.created
        )
        return NewComparison(
            report,
            by: comparer,
            withheld: city.value.catalogue.withheld,
            wasAsked: submission.sameAs != nil
        )
    }

    /// Who sends a submission; nil where nobody can tell, or it was brought from another system.
    func sender(of submission: Submission) -> ReportSender? {
        guard submission.imported == nil, let sender = submission.sender else { return nil }
        let content = SubmissionDigest.bytes(of: submission)
        return ReportSender(sender: sender, fingerprint: SHA256.digest(of: sender + content).bytes)
    }
}

extension Comparer {
    /// Makes a city's rules ready.
    package init(_ city: City) {
        self.init(city.likeness, catalogue: city.catalogue, version: city.version)
    }
}
