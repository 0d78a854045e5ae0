import HTTP
import Ledger
import Pages
import Reports

/// A page of a list of the portal, read and ready to be shown.
struct PortalList {
    /// How many reports a page has.
    static let length = 20

    let reports: [ReportItem]
    /// Where the next page begins; nil on the last.
    let next: PageKey?

    var values: PageScope {
        [
            "reports": .list(reports.map(\.values)), "isEmpty": .flag(reports.isEmpty),
            "shown": .count(reports.count),
        ]
    }
}

extension PortalDoor {
    /// Reads the page of a list that a visitor asks for.
    func list(_ query: PortalQuery, for visit: Visit, length: Int = PortalList.length) async throws
        -> PortalList
    {
        let page = try await ledger.page(of: query.filter, after: query.page, limit: length)
        let items = page.reports.compactMap { report in
            ReportView(public: report, in: visit.city).map {
                ReportItem(report: report, view: $0, visit: visit)
            }
        }
        return PortalList(reports: items, next: page.next)
    }
}

extension Visit {
    /// The address of a page of this visit's list.
    func address(_ path: String, page: PageKey?) -> String {
        guard let page else { return "" }
        let items = request.query.items.filter { $0.name != "page" && !$0.value.isEmpty }
        return tongue.path(path) + "?" + Query(items + [.init(name: "page", value: page.description)]).encoded
    }

    /// The same filters at another address, without a place in the list.
    func sameFilters(at path: String) -> String {
        let items = request.query.items.filter { !["page", "bbox"].contains($0.name) && !$0.value.isEmpty }
        return tongue.path(path) + (items.isEmpty ? "" : "?" + Query(items).encoded)
    }
}
