/// Steps that are being written down: many at once, each pair of statuses once.
struct HandlingRows {
    let kind: ReportKind
    private var written: [HandlingStep] = []

    init(kind: ReportKind) {
        self.kind = kind
    }

    /// In the order of the statuses.
    var steps: [HandlingStep] {
        ReportStatus.allCases.flatMap { from in
            let leading = written.filter { $0.from == from }
            return ReportStatus.allCases.flatMap { to in leading.filter { $0.to == to } }
        }
    }

    /// Adds every step from one of some statuses to one of others, unless it is there already.
    ///
    /// Another system tells what happened in it, so an importer may take every step that there is.
    mutating func add(
        _ origins: [ReportStatus],
        to targets: [ReportStatus],
        by roles: [ActorRole],
        demanding demand: HandlingStep.Demand = .none,
        reporterDays: Int? = nil
    ) {
        for from in origins {
            for to in targets where to != from && !written.contains(where: { $0.from == from && $0.to == to })
            {
                written.append(
                    HandlingStep(
                        kind: kind,
                        from: from,
                        to: to,
                        roles: ActorRole.allCases.filter { $0 == .importer || roles.contains($0) },
                        demand: demand,
                        reporterDays: reporterDays
                    )
                )
            }
        }
    }
}
