import Formats
import LiveMap
import Reports

extension NaiveMap {
    /// What a queue ought to be: every report that a view shows, in its order.
    func queue(_ view: MapView, by order: QueueOrder) -> [ReportNumber] {
        shown(view).map(\.mark).sorted { left, right in
            let (a, b) = (order.rank(of: left), order.rank(of: right))
            return a == b ? left.number.key < right.number.key : a < b
        }
        .map(\.number)
    }
}

extension ReportMark {
    /// Whether it is a unit's own, or the unit was asked about it.
    func isSeen(by unit: String) -> Bool {
        self.unit == unit || queue.asked.contains(unit)
    }
}

extension QueueOrder {
    fileprivate func rank(of mark: ReportMark) -> Int64 {
        switch self {
        case .due: mark.queue.due?.seconds ?? .max
        case .newest: -mark.created.seconds
        case .oldest: mark.created.seconds
        case .changed: -mark.queue.updated.seconds
        case .supporters: -Int64(mark.supporters)
        }
    }
}

extension QueueFilter {
    func admits(_ facts: QueueFacts) -> Bool {
        if let holders, !holders.contains(facts.assignee.map { .account($0) } ?? .nobody) { return false }
        if let dueFrom {
            guard let due = facts.due, due >= dueFrom else { return false }
        }
        if let dueUntil {
            guard let due = facts.due, due < dueUntil else { return false }
        }
        if channels?.contains(facts.channel) == false { return false }
        if isUrgent, !facts.isUrgent { return false }
        if needsReview, !facts.needsReview { return false }
        return asked.map { facts.asked.contains($0) } ?? true
    }
}
