import Reports
import Testing

struct WayTests {
    private let table = HandlingTable.standard

    @Test(
        arguments: [
            (.intervention, .received, .resolved, .unit, [.assigned, .resolved]),
            (.intervention, .received, .notResolved, .unit, [.assigned, .notResolved]),
            (.intervention, .received, .triage, .unit, [.assigned, .triage]),
            (.intervention, .received, .inProgress, .unit, [.inProgress]),
            (.intervention, .resolved, .inProgress, .unit, [.reopened, .inProgress]),
            (.intervention, .triage, .resolved, .centre, [.assigned, .resolved]),
            (.intervention, .triage, .resolved, .unit, nil),
            (.intervention, .received, .withdrawn, .unit, nil),
            (.intervention, .received, .received, .unit, []),
            (.intervention, .rejected, .resolved, .unit, nil),
            (.idea, .received, .implemented, .unit, [.underReview, .accepted, .implemented]),
            (.inquiry, .received, .planned, .unit, nil),
            (.intervention, .received, .resolved, .resident, nil),
        ] as [(ReportKind, ReportStatus, ReportStatus, ActorRole, [ReportStatus]?)]
    )
    func `the way to a status is the shortest that somebody may go`(
        kind: ReportKind,
        from: ReportStatus,
        to: ReportStatus,
        role: ActorRole,
        way: [ReportStatus]?
    ) {
        #expect(table.way(of: kind, from: from, to: to, by: role)?.map(\.to) == way)
    }

    @Test(arguments: ReportKind.allCases, [ActorRole.unit, .centre, .reporter])
    func `every way is made of steps of the table, and asks nobody on the way`(
        kind: ReportKind,
        role: ActorRole
    ) {
        var count = 0
        for from in table.statuses(of: kind) {
            for to in table.statuses(of: kind) {
                guard let way = table.way(of: kind, from: from, to: to, by: role) else { continue }
                count += way.count
                var status = from
                for step in way {
                    #expect(step.from == status && step.roles.contains(role))
                    #expect(table.step(of: kind, from: step.from, to: step.to) == step)
                    status = step.to
                }
                #expect(status == to)
                #expect(way.dropLast().allSatisfy { $0.to.isOpen && $0.to != .waiting && $0.demand == .none })
            }
        }
        #expect(count > 0)
    }
}
