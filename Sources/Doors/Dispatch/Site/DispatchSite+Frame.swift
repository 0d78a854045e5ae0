import Formats
import HTTP
import Ledger
import Pages
import Reports
import Territory

extension DispatchSite {
    /// What every page can say.
    func frame(of page: String, for visit: DispatchVisit) -> PageScope {
        var scope: PageScope = [
            "lang": .text(visit.language.rawValue),
            "isPolish": .flag(visit.language == .pl),
            "isEnglish": .flag(visit.language == .en),
            "page": .text(page),
            "title": .text(visit.words("\(page).title")),
            "city": .text(visit.city.profile.name[visit.language]),
            "notice": "",
            "problem": "",
            "formToken": "",
        ]
        for name in pages.names { scope["is_\(name)"] = .flag(name == page) }
        return scope
    }

    /// What every page can say to somebody who has signed in.
    func frame(of page: String, for staff: SignedInStaff, in visit: DispatchVisit) -> PageScope {
        [
            "staff": .scope([
                "login": .text(staff.login.text),
                "name": .text(staff.name),
                "role": .text(staff.role.name[visit.language]),
                "unit": .text(staff.unit ?? ""),
                "unitName": .text(unitName(of: staff.staff, in: visit)),
            ]),
            "formToken": .text(staff.session.token.formToken),
            "places": .list(DispatchNavigation.values(for: staff.staff, on: page, in: visit)),
        ]
    }

    /// What a dispatcher's unit is called; empty for everybody else.
    func unitName(of staff: Staff, in visit: DispatchVisit) -> String {
        guard let code = staff.unit else { return "" }
        return visit.city.units[code]?.name[visit.language] ?? code
    }
}
