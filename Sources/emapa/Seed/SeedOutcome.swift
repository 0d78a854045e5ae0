import Reports

/// How far a made-up report has come by the plan's end.
struct SeedOutcome: Equatable {
    let status: ReportStatus
    let updated: Int64
    let closed: Int64?

    /// Time to closure in thousandths of the category's days: ten equal shares of reports between eleven marks.
    private static let marks = [20, 110, 200, 300, 400, 520, 660, 830, 1_100, 1_700, 6_000]

    /// The outcome of an intervention or inquiry; `repeats` says that its matter had been reported before.
    static func ofIntervention(
        _ category: SeedCategory,
        created: Int64,
        until: Int64,
        repeats: Bool,
        _ random: inout SeedRandom
    ) -> SeedOutcome {
        let first = SeedCalendar.workingMoment(
            after: created,
            near: created + Int64(category.firstActionDays) * SeedCalendar.day,
            &random
        )
        let isDuplicate = random.chance(repeats ? 55 : 1)
        let closing = SeedCalendar.workingMoment(
            after: first,
            near: created + (isDuplicate ? SeedCalendar.day : delay(category, &random)),
            &random
        )
        let end = ending(isDuplicate: isDuplicate, &random)
        if closing <= until {
            let again = closing + Int64(1 + random.below(20)) * SeedCalendar.day
            let isReopened = end == .resolved && again <= until && until - again < 30 * SeedCalendar.day
            if isReopened, random.chance(4) {
                return SeedOutcome(status: .reopened, updated: again, closed: nil)
            }
            return SeedOutcome(status: end, updated: closing, closed: closing)
        }
        if first > until {
            let isSeen = random.chance(40)
            return SeedOutcome(
                status: isSeen ? .triage : .received,
                updated: isSeen ? between(created, until, &random) : created,
                closed: nil
            )
        }
        // Nobody plans an answer.
        let later: ReportStatus = category.kind == .inquiry ? .inProgress : .planned
        let stage = [.assigned, .inProgress, later, .waiting][stages.pick(&random)] as ReportStatus
        return SeedOutcome(
            status: stage,
            updated: stage == .assigned ? first : between(first, until, &random),
            closed: nil
        )
    }

    /// The outcome of an idea: reviewed, decided, carried out.
    static func ofIdea(created: Int64, until: Int64, _ random: inout SeedRandom) -> SeedOutcome {
        let review = moment(after: created, days: 2...10, &random)
        let decision = moment(after: review, days: 15...120, &random)
        let implementation = moment(after: decision, days: 20...270, &random)
        let isAccepted = random.chance(84)
        if review > until { return SeedOutcome(status: .received, updated: created, closed: nil) }
        if decision > until { return SeedOutcome(status: .underReview, updated: review, closed: nil) }
        if !isAccepted { return SeedOutcome(status: .rejected, updated: decision, closed: decision) }
        if implementation > until { return SeedOutcome(status: .accepted, updated: decision, closed: nil) }
        return SeedOutcome(status: .implemented, updated: implementation, closed: implementation)
    }

    private static let stages = SeedChoice([35, 35, 17, 13])
    private static let endings = SeedChoice([30, 805, 90, 45, 30])

    /// Of those that aren't duplicates or out of scope, 83 % end resolved.
    private static func ending(isDuplicate: Bool, _ random: inout SeedRandom) -> ReportStatus {
        let ending = endings.pick(&random)
        return isDuplicate
            ? .duplicate : [.outOfScope, .resolved, .notResolved, .rejected, .withdrawn][ending]
    }

    private static func delay(_ category: SeedCategory, _ random: inout SeedRandom) -> Int64 {
        let thrown = random.below(10_000)
        let mark = thrown / 1_000
        let thousandths = marks[mark] + (marks[mark + 1] - marks[mark]) * (thrown % 1_000) / 1_000
        // Seven days of the calendar for five working days.
        let usual = Int64(max(category.closureDays, 1) * thousandths) * SeedCalendar.day / 1_000 * 7 / 5
        let liesForYears = random.chance(5) && category.closureDays >= 5
        return liesForYears ? usual + Int64(random.below(1_500)) * SeedCalendar.day : usual
    }

    private static func moment(
        after time: Int64,
        days: ClosedRange<Int>,
        _ random: inout SeedRandom
    ) -> Int64 {
        let days = days.lowerBound + random.below(days.count)
        return SeedCalendar.workingMoment(
            after: time,
            near: time + Int64(days) * SeedCalendar.day,
            &random
        )
    }

    private static func between(_ start: Int64, _ end: Int64, _ random: inout SeedRandom) -> Int64 {
        start + Int64(random.below(Int(end - start)))
    }
}
