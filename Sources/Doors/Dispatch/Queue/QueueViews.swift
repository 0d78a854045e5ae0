import Formats
import HTTP
import Ledger
import LiveMap
import Pages
import Reports

/// The queues that everybody has at hand, and those that somebody has saved, each with its count.
struct QueueViews {
    let asked: QueueQuery
    let visit: StaffVisit
    let snapshot: Snapshot
    let saved: [SavedFilter]

    /// The usual ones: the name of their message and their query.
    private var usual: [(name: String, query: String)] {
        var list = [
            ("open", ""), ("mine", "?holder=me"), ("unheld", "?holder=nobody"), ("late", "?due=late"),
            ("soon", "?due=soon"), ("urgent", "?mark=urgent"), ("review", "?mark=review"),
        ]
        if visit.staff.unit != nil { list.append(("asked", "?mark=asked")) }
        return list
    }

    var values: PageScope {
        let here = asked.query(setting: "sort", to: nil)
        let everyday = usual.map { name, query in
            item(visit.words("queue.views.\(name)"), query, here)
        }
        let own = saved.map { filter -> PageScope in
            var scope = item(filter.name, filter.query, here)
            scope["id"] = .text(String(filter.id))
            return scope
        }
        return ["views": .list(everyday), "saved": .list(own), "hasSaved": .flag(!own.isEmpty)]
    }

    private func item(_ name: String, _ query: String, _ here: String) -> PageScope {
        [
            "name": .text(name),
            "href": .text("/dispatch/\(query)"),
            "count": .text(count(query).text(in: visit.language)),
            "isHere": .flag(query == here),
        ]
    }

    private func count(_ query: String) -> CappedCount {
        let items = (try? Query(parsing: Array(query.dropFirst().utf8)[...])) ?? Query()
        let view = QueueQuery(items, of: visit.staff, in: visit.city, at: visit.now).view
        // One more than is told is enough to know that there are more.
        return CappedCount(snapshot.count(of: view, upTo: QueueQuery.mostCounted))
    }
}
