import Formats
import Reports
import Testing

struct HandlingTableTests {
    private let table = HandlingTable.standard
    private let closed = Timestamp(seconds: 1_780_000_000)

    private func refusal(
        _ kind: ReportKind,
        _ from: ReportStatus,
        _ to: ReportStatus,
        _ role: ActorRole,
        reason: String? = nil,
        after seconds: Int64 = 60
    ) -> StepRefused? {
        do throws(StepRefused) {
            let step = try table.step(
                for: kind,
                from: from,
                to: to,
                by: role,
                reason: reason,
                closed: closed,
                now: closed.advanced(bySeconds: seconds)
            )
            #expect(step.kind == kind && step.from == from && step.to == to && step.roles.contains(role))
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: ReportKind.allCases, ReportStatus.allCases)
    func `every step from a status is allowed and refused as written down`(
        kind: ReportKind,
        from: ReportStatus
    ) {
        for to in ReportStatus.allCases {
            let cell = ExpectedSteps.cell(of: kind, from, to)
            let reason = cell?.hasSuffix("!") == true ? "other" : nil
            for role in ActorRole.allCases {
                let refusal = refusal(kind, from, to, role, reason: reason)
                let pair = "\(kind) \(from) → \(to) by \(role): \(refusal?.code ?? "allowed")"
                guard let cell else {
                    let unknown = ExpectedSteps.cell(of: kind, from, from) == nil ? from : to
                    #expect(refusal == .unknownStatus(unknown, of: kind), "\(pair)")
                    continue
                }
                let isAllowed =
                    role == .importer && !cell.isEmpty
                    || ExpectedSteps.letter(of: role).map(cell.contains) ?? false
                switch refusal {
                case nil: #expect(isAllowed, "\(pair)")
                case .noSuchStep(from, to, let possible):
                    #expect(cell.isEmpty && !possible.contains(to), "\(pair)")
                case .notAllowed(role, let allowed):
                    #expect(!isAllowed && !cell.isEmpty && !allowed.contains(role), "\(pair)")
                default: Issue.record("\(pair)")
                }
            }
        }
    }

    @Test(arguments: ReportKind.allCases)
    func `a step that demands a reason takes those of its kind and nothing else`(kind: ReportKind) {
        let known = ClosingReason.all(for: kind)
        let demanding = table.steps.filter { $0.kind == kind && $0.demand == .reason }
        #expect(!demanding.isEmpty)
        for step in demanding {
            #expect(refusal(kind, step.from, step.to, .centre) == .reasonMissing(known: known))
            for code in ClosingReason.allCases.map(\.rawValue) + ["", "Other", "because"] {
                let isKnown = known.map(\.rawValue).contains(code)
                #expect(
                    refusal(kind, step.from, step.to, .centre, reason: code)
                        == (isKnown ? nil : .reasonUnknown(code, known: known))
                )
            }
        }
        #expect(refusal(kind, .received, .duplicate, .unit, reason: "other") == .reasonNotTaken)
    }

    @Test(arguments: [ReportKind.intervention, .inquiry], [ReportStatus.resolved, .notResolved])
    func `a reporter may say for fourteen days that it isn't fixed`(kind: ReportKind, from: ReportStatus) {
        let days: Int64 = 14 * 86_400
        #expect(refusal(kind, from, .reopened, .reporter, after: 0) == nil)
        #expect(refusal(kind, from, .reopened, .reporter, after: days) == nil)
        #expect(refusal(kind, from, .reopened, .reporter, after: days + 1) == .tooLate(days: 14))
        #expect(refusal(kind, from, .reopened, .centre, after: days * 100) == nil)
    }

    @Test func `without a day of closing a reporter can't reopen`() {
        #expect(throws: StepRefused.tooLate(days: 14)) {
            try table.step(for: .inquiry, from: .resolved, to: .reopened, by: .reporter, now: closed)
        }
    }

    @Test func `who can't go where they want is told where they can`() {
        #expect(
            refusal(.intervention, .received, .resolved, .unit)
                == .noSuchStep(
                    from: .received,
                    to: .resolved,
                    possible: [.assigned, .inProgress, .planned, .duplicate]
                )
        )
        #expect(
            refusal(.intervention, .assigned, .outOfScope, .unit)
                == .notAllowed(.unit, allowed: [.centre, .importer])
        )
    }

    @Test(arguments: ReportKind.allCases)
    func `a likely way leads by steps of the table to every status of a kind and to no other`(
        kind: ReportKind
    ) throws {
        for status in ReportStatus.allCases {
            guard table.has(status, kind) else {
                #expect(table.path(of: kind, to: status) == nil)
                continue
            }
            let path = try #require(table.path(of: kind, to: status))
            #expect(path.first == .received && path.last == status && Set(path).count == path.count)
            for (from, to) in zip(path, path.dropFirst()) {
                let step = try #require(table.step(of: kind, from: from, to: to))
                #expect(step.roles != [.importer])
            }
        }
    }

    @Test func `a way goes by the unit's hand where it can`() {
        #expect(table.path(of: .intervention, to: .resolved) == [.received, .assigned, .resolved])
        #expect(
            table.path(of: .intervention, to: .reopened) == [.received, .assigned, .resolved, .reopened]
        )
        #expect(table.path(of: .intervention, to: .rejected) == [.received, .rejected])
        #expect(
            table.path(of: .idea, to: .implemented) == [.received, .underReview, .accepted, .implemented]
        )
    }

    @Test func `the clock of the deadlines follows the statuses`() {
        let clock = { (kind: ReportKind, from: ReportStatus, to: ReportStatus) in
            table.step(of: kind, from: from, to: to)?.clock
        }
        #expect(clock(.intervention, .received, .assigned) == .keeps)
        #expect(clock(.intervention, .assigned, .waiting) == .stops)
        #expect(clock(.intervention, .waiting, .assigned) == .resumes)
        #expect(clock(.intervention, .waiting, .notResolved) == .ends)
        #expect(clock(.inquiry, .inProgress, .resolved) == .ends)
        #expect(clock(.inquiry, .resolved, .reopened) == .restarts)
        #expect(clock(.idea, .underReview, .accepted) == .ends)
        #expect(clock(.idea, .accepted, .implemented) == .keeps)
        #expect(clock(.idea, .rejected, .underReview) == .restarts)
    }

    @Test func `a closed report is never left without saying who may and no open one is a dead end`() {
        for kind in ReportKind.allCases {
            for status in table.statuses(of: kind) {
                let steps = table.steps(of: kind, from: status)
                #expect(steps.isEmpty == (status == .withdrawn))
                #expect(steps.allSatisfy { $0.roles.contains(.centre) && !$0.roles.contains(.resident) })
                #expect(!steps.contains { $0.to == status || $0.to == .received })
            }
        }
    }
}
