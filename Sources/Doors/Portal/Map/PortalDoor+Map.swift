import Formats
import HTTP
import Pages
import Reports

/// The e-map with its list, and the list alone for scripts that follow the map.
extension PortalDoor {
    /// How far back the map of an earlier day is offered, in days.
    private static let daysBack: Int64 = 365

    func openMap(_ group: inout RouteGroup, _ tongue: Tongue) {
        page(&group, "/", in: tongue) { visit in
            let query = PortalQuery(visit.request.query, in: visit.city, at: visit.now)
            // What changes while the list is read is told then.
            let position = events.position
            let list = try await list(query, for: visit)
            var values = list.values
            values.set("events", position)
            values.set("next", visit.address("/", page: list.next))
            values["filters"] = .scope(filters(query, visit))
            values.set("feed", visit.sameFilters(at: "/reports.atom"))
            values.set("problem", query.problem?[visit.language])
            return try site.page("map", values, to: visit)
        }
        page(&group, "/list", in: tongue) { visit in
            let query = PortalQuery(visit.request.query, in: visit.city, at: visit.now)
            let list = try await list(query, for: visit)
            var values = list.values
            values.set("next", visit.address("/list", page: list.next))
            values["atNote"] = .flag(!query.at.isEmpty)
            values.set("problem", query.problem?[visit.language])
            return try site.page("list", values, to: visit)
        }
        group.get(tongue.path("/map")) { request in
            Response.redirect(.permanentRedirect, to: tongue.path("/") + request.queryText)
                ?? Response(.notFound)
        }
    }

    private func filters(_ query: PortalQuery, _ visit: Visit) -> PageScope {
        let choices = FilterChoices(query: query, visit: visit)
        return [
            "any": .flag(query.isNarrowed),
            "categoryGroups": choices.categoryGroups { $0.visibility != .staff },
            "districts": choices.districts,
            "states": choices.states,
            "kinds": choices.kinds,
            "from": .text(query.from),
            "to": .text(query.to),
            "at": .text(query.at),
            "q": .text(query.text),
            "atMin": .text(
                CivilDate(daysSince1970: visit.today.daysSince1970 - PortalDoor.daysBack).description
            ),
        ]
    }
}
