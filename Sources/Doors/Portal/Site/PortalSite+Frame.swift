import Formats
import Geography
import HTTP
import Pages
import Reports
import Territory

extension PortalSite {
    /// What every page can say.
    func frame(of page: String, for visit: Visit) -> PageScope {
        let (tongue, request) = (visit.tongue, visit.request)
        let path = request.target.path
        let other = tongue.other.path(tongue.plain(path))
        var scope: PageScope = [
            "lang": .text(tongue.language.rawValue),
            "base": .text(tongue.base),
            "home": .text(tongue.path("/")),
            "isPolish": .flag(tongue.language == .pl),
            "isEnglish": .flag(tongue.language == .en),
            "page": .text(page),
            "path": .text(path),
            "origin": .text(visit.origin),
            "canonical": .text(visit.origin + path),
            "alternate": .text(other + request.queryText),
            "alternateAddress": .text(visit.origin + other),
            "bounds": .text(visit.city.territory.areas.bounds?.text ?? ""),
            "image": .text(visit.origin + "/assets/app/share.png"),
            "city": .text(visit.city.profile.name[tongue.language]),
            "title": .text(visit.words("\(page).title")),
            "summary": .text(visit.words("\(page).description")),
            "today": .text(visit.today.description),
            "year": .text(String(visit.today.year)),
        ]
        for name in pages.names { scope["is_\(name)"] = .flag(name == page) }
        if let centre = visit.city.profile.centre { scope.merge(values(of: centre, for: visit)) }
        if let basemap { scope["basemap"] = .scope(basemap.values) }
        return scope
    }

    private func values(of centre: CityProfile.Centre, for visit: Visit) -> PageScope {
        let opening = OpeningTimes(centre: centre, city: visit.city)
        return [
            "centre": .text(centre.name[visit.language]),
            "hotline": .scope([
                "number": .text(centre.hotline),
                "tel": .text(TelephoneNumber(parsing: centre.hotline)?.text ?? centre.hotline),
                "hours": .text(centre.hours[visit.language]),
            ]),
            "hasOpening": .flag(centre.opening != nil),
            "isOpen": .flag(opening.isOpen(at: visit.now)),
            "opens": .text(opening.next(after: visit.now).map { visit.dates.soon($0, now: visit.now) } ?? ""),
        ]
    }
}

extension Request {
    /// The query as it is sent again: `?district=I`, or nothing.
    var queryText: String { query.items.isEmpty ? "" : "?" + query.encoded }
}
