import Formats
import HTTP
import Pages
import Reports

/// What residents propose to the city: `/ideas`.
extension PortalDoor {
    func openIdeas(_ group: inout RouteGroup, _ tongue: Tongue) {
        page(&group, "/ideas", in: tongue) { visit in
            let query = PortalQuery(visit.request.query, kinds: [.idea], in: visit.city, at: visit.now)
            let list = try await list(query, for: visit)
            let choices = FilterChoices(query: query, visit: visit)
            var values = list.values
            values.set("next", visit.address("/ideas", page: list.next))
            values["categories"] = choices.categories { $0.kind == .idea }
            values["states"] = choices.states
            values["districts"] = choices.districts
            values["any"] = .flag(query.isNarrowed)
            values.set("q", query.text)
            values.set("newHref", tongue.path("/report?kind=idea"))
            values.set("mapHref", tongue.path("/?kind=idea&status=all"))
            values.set("feed", tongue.path("/reports.atom?kind=idea"))
            values.set("problem", query.problem?[visit.language])
            return try site.page("ideas", values, to: visit)
        }
    }
}
