package import Duplicates
package import Reports

/// A report that a question is compared with, as it stood at the moment that was asked for.
package struct Candidate: Sendable {
    package let number: ReportNumber
    package let compared: ComparedReport
    package let status: ReportStatus
}
