import Formats
import HTTP
import Ledger
import LiveMap
import Pages
import Reports
import Territory

/// What the filters of a queue offer, each choice with how many reports it would leave.
struct QueueChoices {
    let asked: QueueQuery
    let visit: StaffVisit
    let snapshot: Snapshot
    let names: StaffNames
    let soon: Timestamp
    /// The counts of the queue as it is asked for.
    let counts: QueueCounts

    init(_ asked: QueueQuery, _ visit: StaffVisit, _ snapshot: Snapshot, _ names: StaffNames) {
        self.asked = asked
        self.visit = visit
        self.snapshot = snapshot
        self.names = names
        soon = QueueFilter.soon(after: visit.now, in: visit.city)
        counts = snapshot.counts(of: asked.view, at: visit.now, soon: soon)
    }

    /// Every filter with its choices.
    var values: PageScope {
        [
            "statuses": .list(statuses),
            "categories": .list(categories),
            "districts": .list(districts),
            "units": .list(visit.staff.unit == nil ? units : []),
            "holders": .list(holders),
            "channels": .list(channels),
            "dues": .list(dues),
            "kinds": .list(kinds),
            "orders": .list(orders),
        ]
    }

    /// The counts without the condition of one filter: of a choice that stands, the others tell what they would leave.
    private func counts(
        without filter: String,
        by facet: QueueFacet? = nil,
        _ lift: (inout MapFilter) -> Void
    ) -> QueueCounts {
        guard asked.query.first(filter) != nil else { return counts }
        var view = asked.view
        lift(&view.filter)
        guard let facet else { return snapshot.counts(of: view, at: visit.now, soon: soon) }
        return snapshot.counts(of: view, by: facet)
    }

    private func choice(_ name: String, _ code: String, _ label: String, _ count: Int?) -> PageScope {
        let chosen = asked.query.first(name) ?? ""
        return [
            "code": .text(code),
            "name": .text(count.map { "\(label) (\(CappedCount($0).text(in: visit.language)))" } ?? label),
            "selected": .flag(chosen == code),
        ]
    }

    /// The choices of a filter, with what the address asks for besides, such as several values at once.
    private func offered(_ name: String, all: String, _ choices: [PageScope]) -> [PageScope] {
        let chosen = asked.query.first(name) ?? ""
        var list = [choice(name, "", all, nil)] + choices
        if !chosen.isEmpty, !list.contains(where: { $0["code"] == .text(chosen) }) {
            list.append(choice(name, chosen, chosen, nil))
        }
        return list
    }

    private var statuses: [PageScope] {
        let open = openCounts
        let closed = snapshot.count(of: asked.view(of: QueueQuery.closed), upTo: QueueQuery.mostCounted)
        var list = [
            choice("status", "", visit.words("queue.status.open"), open.total),
            choice("status", "closed", visit.words("queue.status.closed"), closed),
            choice("status", "all", visit.words("queue.status.all"), open.total + closed),
        ]
        for status in ReportStatus.allCases {
            // Each of what is closed is counted where the queue is of it; otherwise that would cost more than all the rest.
            let count = status.isOpen ? open.statuses[status] : counts.statuses[status]
            guard count != nil || !status.isOpen else { continue }
            list.append(
                choice("status", status.rawValue, visit.words("shared.statuses.\(status.rawValue)"), count)
            )
        }
        let chosen = asked.query.first("status") ?? ""
        if !list.contains(where: { $0["code"] == .text(chosen) }) {
            list.append(choice("status", chosen, chosen, nil))
        }
        return list
    }

    /// What is open under the other filters.
    private var openCounts: QueueCounts {
        let view = asked.view(of: QueueQuery.open)
        return view == asked.view ? counts : snapshot.counts(of: view, by: .status)
    }

    private var categories: [PageScope] {
        let counts = counts(without: "category", by: .category) { $0.categories = nil }.categories
        let known = visit.city.catalogue.categories.filter {
            counts[$0.code] != nil || asked.query.first("category") == $0.code
        }
        return offered(
            "category",
            all: visit.words("queue.every.category"),
            known.map { choice("category", $0.code, $0.name[visit.language], counts[$0.code] ?? 0) }
        )
    }

    private var districts: [PageScope] {
        let counts = counts(without: "district", by: .district) { $0.districts = nil }.districts
        let today = visit.city.timeZone.local(visit.now).date
        let known = visit.city.territory.areas.inForce(on: today).districts.sorted { $0.number < $1.number }
        return offered(
            "district",
            all: visit.words("queue.every.district"),
            known.map { choice("district", $0.code, "\($0.code) \($0.name)", counts[$0.code] ?? 0) }
        )
    }

    private var units: [PageScope] {
        let counts = counts(without: "unit", by: .unit) { $0.units = nil }.units
        let known = visit.city.units.units.filter {
            counts[$0.code] != nil || asked.query.first("unit") == $0.code
        }
        return offered(
            "unit",
            all: visit.words("queue.every.unit"),
            known.map { choice("unit", $0.code, $0.code, counts[$0.code] ?? 0) }
        )
    }

    private var holders: [PageScope] {
        let counts = counts(without: "holder") { $0.queue.holders = nil }.holders
        var list = [
            choice("holder", "me", visit.words("queue.holder.me"), counts[.account(visit.staff.id)] ?? 0),
            choice("holder", "nobody", visit.words("queue.holder.nobody"), counts[.nobody] ?? 0),
        ]
        let others = counts.compactMap { holder, count -> (id: Int, count: Int)? in
            guard case .account(let id) = holder, id != visit.staff.id else { return nil }
            return (id, count)
        }
        for other in others.sorted(by: { (names.name(of: $0.id), $0.id) < (names.name(of: $1.id), $1.id) }) {
            list.append(choice("holder", "\(other.id)", names.name(of: other.id), other.count))
        }
        return offered("holder", all: visit.words("queue.every.holder"), list)
    }

    private var channels: [PageScope] {
        let counts = counts(without: "channel", by: .channel) { $0.queue.channels = nil }.channels
        let known = Channel.allCases.filter { counts[$0] != nil }
        return offered(
            "channel",
            all: visit.words("queue.every.channel"),
            known.map {
                choice("channel", $0.rawValue, visit.words("queue.channel.\($0.rawValue)"), counts[$0])
            }
        )
    }

    private var dues: [PageScope] {
        let counts = counts(without: "due") { ($0.queue.dueFrom, $0.queue.dueUntil) = (nil, nil) }
        return offered(
            "due",
            all: visit.words("queue.every.due"),
            [
                choice("due", "late", visit.words("queue.due.late"), counts.late),
                choice("due", "soon", visit.words("queue.due.soon"), counts.soon),
            ]
        )
    }

    private var kinds: [PageScope] {
        offered(
            "kind",
            all: visit.words("queue.every.kind"),
            ReportKind.allCases.map {
                choice("kind", $0.rawValue, visit.words("queue.kind.\($0.rawValue)"), nil)
            }
        )
    }

    private var orders: [PageScope] {
        QueueOrder.allCases.map { order in
            [
                "code": .text(order == .due ? "" : order.rawValue),
                "name": .text(visit.words("queue.order.\(order.rawValue)")),
                "selected": .flag(asked.order == order),
            ]
        }
    }
}

/// A count that is told exactly up to a thousand.
struct CappedCount {
    let count: Int

    init(_ count: Int) {
        self.count = count
    }

    /// `873`, `1 000+`.
    func text(in language: Language) -> String {
        let most = QueueQuery.mostCounted
        return count > most ? most.grouped(in: language) + "+" : count.grouped(in: language)
    }
}
