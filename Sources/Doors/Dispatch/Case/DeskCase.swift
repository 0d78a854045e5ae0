import Formats
import HTTP
import Ledger
import Reports
import Territory

/// A report on the desk of somebody of the staff: what they may see and do of it hangs on how it stands to them.
struct DeskCase {
    let report: Report
    let visit: StaffVisit
    let tie: CaseTie

    /// - Throws: 404 where the account may not know of the report, as if there were none.
    init(_ report: Report, for visit: StaffVisit) throws(Problem) {
        let staff = visit.staff.staff
        tie = staff.tie(toCaseOf: report.placement.unit, asked: report.askedUnits)
        guard staff.may(.seeCase, on: tie) else { throw .noSuchReport }
        self.report = report
        self.visit = visit
    }

    /// Whether the account has a right on this case.
    func may(_ right: StaffRight) -> Bool { visit.staff.staff.may(right, on: tie) }

    /// The steps that the account may take, in the order of the table.
    var steps: [HandlingStep] {
        guard may(.step) else { return [] }
        let role: ActorRole = visit.staff.unit == nil ? .centre : .unit
        return HandlingTable.standard.steps(of: report.kind, from: report.status, by: role)
    }

    /// What of its history the account reads: who may not see originals reads words as everybody does.
    var historyReader: HistoryReader {
        may(.seeOriginal) ? .audience(.staff(unit: nil)) : .withoutOriginals
    }

    /// Whether the account may answer for a unit that was asked: its own, or by whoever may ask.
    func mayAnswer(for unit: String) -> Bool { may(.note) && (visit.staff.unit == unit || may(.askUnit)) }

    /// The case's page.
    var path: String { "/dispatch/reports/\(report.number)" }
}
