import Formats
import Pages
import Reports
import Territory

/// What the filters of a list offer, with what is chosen.
struct FilterChoices {
    let query: PortalQuery
    let visit: Visit

    /// Categories under their groups.
    func categoryGroups(where isOffered: (Category) -> Bool) -> PageValue {
        let catalogue = visit.city.catalogue
        return .list(
            catalogue.groups.compactMap { group in
                let members = catalogue.categories.filter { $0.group == group.code && isOffered($0) }
                guard !members.isEmpty else { return nil }
                return [
                    "code": .text(group.code),
                    "name": .text(group.name[visit.language]),
                    "categories": .list(members.map { choice($0) }),
                ]
            }
        )
    }

    /// The categories without their groups.
    func categories(where isOffered: (Category) -> Bool) -> PageValue {
        .list(
            visit.city.catalogue.categories.filter { $0.visibility != .staff && isOffered($0) }.map {
                choice($0)
            }
        )
    }

    private func choice(_ category: Category) -> PageScope {
        [
            "code": .text(category.code),
            "name": .text(category.name[visit.language]),
            "icon": .text(category.icon ?? "pin"),
            "selected": .flag(query.categories.contains(category.code)),
        ]
    }

    /// The districts in force.
    var districts: PageValue {
        let districts = visit.city.territory.areas.inForce(on: visit.today).districts
        return .list(
            districts.sorted { $0.number < $1.number }.map {
                [
                    "code": .text($0.code),
                    "name": .text($0.name),
                    "selected": .flag(query.districts.contains($0.code)),
                ]
            }
        )
    }

    /// The words for states; the usual view is none of them.
    var states: PageValue {
        .list(
            ["", "open", "closed", "all"].map { word in
                [
                    "code": .text(word),
                    "name": .text(visit.words("filters.states.\(word.isEmpty ? "usual" : word)")),
                    "selected": .flag(query.states == word),
                ]
            }
        )
    }

    /// The kinds of reports.
    var kinds: PageValue {
        .list(
            ReportKind.allCases.map { kind in
                [
                    "code": .text(kind.rawValue),
                    "name": .text(visit.words("filters.kinds.\(kind.rawValue)")),
                    "selected": .flag(query.kinds.contains(kind)),
                ]
            }
        )
    }
}
