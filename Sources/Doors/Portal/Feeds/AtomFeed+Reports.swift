import Formats
import Ledger
import Pages
import Reports
import Territory

extension AtomFeed {
    /// What happens to one case: an entry for each thing that everybody may know.
    static func caseFeed(_ item: ReportItem, history: [HistoryEntry]) -> AtomFeed {
        let (report, visit) = (item.report, item.visit)
        let page = visit.origin + visit.tongue.path("/reports/\(report.number)")
        let category = visit.city.catalogue[report.category]?.name[visit.language] ?? report.category
        let words = CaseHistory(visit: visit, view: item.view)
        return AtomFeed(
            id: name(of: report),
            title: visit.messages.text(
                "feeds.case",
                ["category": category, "number": report.number.description]
            ),
            address: page + "/feed.atom",
            page: page,
            language: visit.language,
            author: visit.centreName,
            updated: report.updated,
            entries: history.reversed().map { entry in
                let told = words.told(entry)
                return Entry(
                    id: "\(name(of: report))/\(entry.version)",
                    title: told.what,
                    link: page,
                    published: entry.at,
                    updated: entry.at,
                    author: told.by,
                    text: told.text,
                    category: (report.category, category)
                )
            }
        )
    }

    /// The newest reports of a list.
    static func listFeed(_ items: [ReportItem], narrowedBy query: PortalQuery, for visit: Visit) -> AtomFeed {
        let districts = query.districts.sorted().compactMap { code in
            visit.city.territory.areas.district(code, on: visit.today)?.name
        }
        let categories = query.categories.sorted().compactMap {
            visit.city.catalogue[$0]?.name[visit.language]
        }
        let parts = districts + categories + (query.text.isEmpty ? [] : ["„\(query.text)”"])
        let title = visit.words("feeds.list") + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
        let address = visit.origin + visit.sameFilters(at: "/reports.atom")
        return AtomFeed(
            id: address,
            title: title,
            address: address,
            page: visit.origin + visit.sameFilters(at: "/"),
            language: visit.language,
            author: visit.centreName,
            updated: items.map(\.report.updated).max() ?? visit.city.timeZone.start(of: visit.today),
            entries: items.map { entry(of: $0) }
        )
    }

    private static func entry(of item: ReportItem) -> Entry {
        let (report, visit) = (item.report, item.visit)
        let category = visit.city.catalogue[report.category]?.name[visit.language] ?? report.category
        let status = visit.words("shared.statuses.\(report.status.rawValue)")
        let place = item.districtName ?? report.placement.district
        return Entry(
            id: name(of: report),
            title: "\(category), \(place): \(status)",
            link: visit.origin + visit.tongue.path("/reports/\(report.number)"),
            published: report.created,
            updated: report.updated,
            author: visit.centreName,
            text: item.view.description(of: report.words) ?? visit.words("feeds.withheld"),
            category: (report.category, category)
        )
    }

    /// The report's name for ever (RFC 9562 as a URN, RFC 4122 §3).
    private static func name(of report: Report) -> String { "urn:uuid:\(report.id)" }
}

extension Visit {
    /// Who speaks here.
    var centreName: String { city.profile.centre?.name[language] ?? city.profile.name[language] }
}
