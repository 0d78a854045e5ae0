/// Which statuses reports of each kind have, and the only steps between them.
///
/// Code, API and docs/handling.md read this one table.
package struct HandlingTable: Sendable {
    /// All steps, by kind and status in their order.
    package let steps: [HandlingStep]
    private let statuses: [ReportKind: [ReportStatus]]
    private let leading: [Place: [HandlingStep]]
    private let pairs: [Pair: HandlingStep]
    private let paths: [Place: [ReportStatus]]

    /// The table of every city.
    package static let standard = HandlingTable(interventions + ideas + inquiries)
    /// For how many days after the closing a reporter may say that it isn't fixed.
    package static let reopenDays = 14
    /// Every report begins so.
    package static let initial = ReportStatus.received

    /// - Precondition: no two steps have the same kind, from and to.
    init(_ steps: [HandlingStep]) {
        self.steps = steps
        leading = Dictionary(grouping: steps) { Place(kind: $0.kind, status: $0.from) }
        pairs = Dictionary(
            uniqueKeysWithValues: steps.map { (Pair(kind: $0.kind, from: $0.from, to: $0.to), $0) }
        )
        var statuses: [ReportKind: [ReportStatus]] = [:]
        var paths: [Place: [ReportStatus]] = [:]
        for kind in ReportKind.allCases {
            let found = HandlingTable.paths(of: kind, leading)
            statuses[kind] = ReportStatus.allCases.filter { found[$0] != nil }
            for (status, path) in found { paths[Place(kind: kind, status: status)] = path }
        }
        self.statuses = statuses
        self.paths = paths
    }

    /// The statuses that a kind of report may have, in the order of all statuses.
    package func statuses(of kind: ReportKind) -> [ReportStatus] {
        statuses[kind] ?? []
    }

    /// Whether a kind of report may have a status.
    package func has(_ status: ReportStatus, _ kind: ReportKind) -> Bool {
        paths[Place(kind: kind, status: status)] != nil
    }

    /// The steps that lead on from a status, whoever takes them.
    package func steps(of kind: ReportKind, from status: ReportStatus) -> [HandlingStep] {
        leading[Place(kind: kind, status: status)] ?? []
    }

    /// The steps that somebody may take from a status.
    package func steps(
        of kind: ReportKind,
        from status: ReportStatus,
        by role: ActorRole
    ) -> [HandlingStep] {
        steps(of: kind, from: status).filter { $0.roles.contains(role) }
    }

    /// The step between two statuses, whoever takes it.
    package func step(of kind: ReportKind, from: ReportStatus, to: ReportStatus) -> HandlingStep? {
        pairs[Pair(kind: kind, from: from, to: to)]
    }

    /// A likely way of a report from its receipt to a status, both included; nil if its kind never has it.
    ///
    /// It is the shortest there is, rather by the unit's hand than by another's.
    package func path(of kind: ReportKind, to status: ReportStatus) -> [ReportStatus]? {
        paths[Place(kind: kind, status: status)]
    }

    /// The fewest steps by which somebody brings a report from one status to another; nil where they cannot.
    ///
    /// On the way nobody is asked anything and no reason is due: such steps come last or not at all.
    package func way(
        of kind: ReportKind,
        from start: ReportStatus,
        to end: ReportStatus,
        by role: ActorRole
    ) -> [HandlingStep]? {
        var ways: [ReportStatus: [HandlingStep]] = [start: []]
        var queue = [start]
        var next = 0
        while next < queue.count, ways[end] == nil {
            let way = ways[queue[next]] ?? []
            for step in steps(of: kind, from: queue[next], by: role) where ways[step.to] == nil {
                let isStopover = step.to.isOpen && step.to.clock != .stopped && step.demand == .none
                guard step.to == end || isStopover else { continue }
                ways[step.to] = way + [step]
                queue.append(step.to)
            }
            next += 1
        }
        return ways[end]
    }

    private static func paths(
        of kind: ReportKind,
        _ leading: [Place: [HandlingStep]]
    ) -> [ReportStatus: [ReportStatus]] {
        var paths = [initial: [initial]]
        var queue = [initial]
        var next = 0
        while next < queue.count {
            let status = queue[next]
            next += 1
            let steps = leading[Place(kind: kind, status: status)] ?? []
            let byUnit = steps.filter { $0.roles.contains(.unit) }
            // What ended goes on only where a unit takes it up again: not through somebody's mistake.
            for step in byUnit + (status.isOpen ? steps : []) where paths[step.to] == nil {
                paths[step.to] = (paths[status] ?? []) + [step.to]
                queue.append(step.to)
            }
        }
        return paths
    }

    private struct Place: Hashable {
        let kind: ReportKind
        let status: ReportStatus
    }

    private struct Pair: Hashable {
        let kind: ReportKind
        let from: ReportStatus
        let to: ReportStatus
    }
}
