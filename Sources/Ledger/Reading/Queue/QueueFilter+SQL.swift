import PostgreSQL
import Reports

/// What queues are filtered by, said in SQL of a `report` named `r`; the map's index says the same in `QueueTest`.
extension QueueFilter {
    /// The columns that the conditions are about, besides those of all lists.
    static let columns: SQL = """
        r.assignee, r.channel, r.urgent, r.needs_review, r.asked_units, r.leader_id, r.waiting_since, r.first_action_at,
        r.first_action_due, r.closure_due
        """

    /// Each condition that is set.
    var conditions: [SQL] {
        var conditions: [SQL] = []
        if let holders {
            let accounts = holders.compactMap { holder -> Int32? in
                if case .account(let number) = holder { Int32(clamping: number) } else { nil }
            }
            let nobody: SQL = holders.contains(.nobody) ? " OR r.assignee IS NULL" : ""
            conditions.append("(r.assignee = ANY (\(accounts))\(nobody))")
        }
        if let dueFrom { conditions.append("\(DueDates.next) >= \(dueFrom)") }
        if let dueUntil { conditions.append("\(DueDates.next) < \(dueUntil)") }
        if let channels { conditions.append("r.channel = ANY (\(channels.map(\.rawValue).sorted()))") }
        if isUrgent { conditions.append("r.urgent") }
        if needsReview { conditions.append("r.needs_review") }
        if let asked { conditions.append("r.asked_units @> \([asked])") }
        return conditions
    }
}
