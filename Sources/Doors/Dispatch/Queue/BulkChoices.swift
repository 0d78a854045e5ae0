import Formats
import Ledger
import Pages
import Reports
import Territory

/// What somebody may do to the reports of a queue that are chosen.
struct BulkChoices {
    let visit: StaffVisit
    let names: StaffNames

    /// Steps that make sense for many at once: what has to be said to one reporter is said on the case's page.
    private static let steps: [ReportStatus] = [
        .assigned, .inProgress, .planned, .resolved, .notResolved, .triage, .reopened,
    ]

    var values: PageScope {
        [
            "steps": .list(
                BulkChoices.steps.map { status in
                    [
                        "code": .text("step:\(status.rawValue)"),
                        "name": .text(visit.words("shared.statuses.\(status.rawValue)")),
                    ]
                }
            ),
            "people": .list(
                names.holders(of: visit.staff.unit).filter { $0.id != visit.staff.id }.map { account in
                    ["code": .text("assign:\(account.id)"), "name": .text(account.name)]
                }
            ),
            "otherUnits": .list(
                visit.city.units.units.filter { $0.code != visit.staff.unit }.map { unit in
                    [
                        "code": .text("unit:\(unit.code)"),
                        "name": .text("\(unit.code), \(unit.name[visit.language])"),
                    ]
                }
            ),
            "reasons": .list(
                ClosingReason.allCases.map { reason in
                    ["code": .text(reason.rawValue), "name": .text(reason.name[visit.language])]
                }
            ),
        ]
    }
}
