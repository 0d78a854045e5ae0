import Formats
import HTTP
import Ledger
import Pages
import Reports
import Territory

/// Atom feeds (RFC 4287): of a case, and of any list, such as a district's.
extension PortalDoor {
    private static let length = 50

    func openFeeds(_ group: inout RouteGroup, _ tongue: Tongue) {
        page(&group, "/reports/{number}/feed.atom", in: tongue) { visit in
            let item = try await asked(visit)
            let history = try await ledger.history(
                of: item.report.number,
                for: .audience(.everyone(withheld: visit.city.catalogue.withheld))
            )
            return answer(AtomFeed.caseFeed(item, history: history))
        }
        page(&group, "/reports.atom", in: tongue) { visit in
            let query = PortalQuery(visit.request.query, in: visit.city, at: visit.now)
            if let problem = query.problem { throw Problem.unfitFilter(problem) }
            let list = try await list(query, for: visit, length: PortalDoor.length)
            return answer(AtomFeed.listFeed(list.reports, narrowedBy: query, for: visit))
        }
    }

    private func answer(_ feed: AtomFeed) -> Response {
        let bytes = feed.bytes
        var response = Response(.atom, bytes)
        response.headers.add(.etag, EntityTag.hashing(bytes))
        response.headers.add(.cacheControl, "no-cache")
        return response
    }
}

extension ContentType {
    /// An Atom feed.
    fileprivate static let atom = ContentType("application/atom+xml; charset=utf-8", isCompressible: true)
}

extension Problem {
    /// A feed with a filter that is not understood would tell of the wrong reports.
    fileprivate static func unfitFilter(_ detail: LocalizedText) -> Problem {
        Problem(
            .badRequest,
            code: "invalid-filter",
            title: LocalizedText(pl: "Nieznany filtr", en: "Unknown filter"),
            detail: detail
        )
    }
}
