import Formats
import HTTP
import Pages
import Reports
import Territory

/// The pages about the centre, which say the same to everybody until its hotline opens or closes.
extension PortalDoor {
    private static let prose = ["about", "help", "privacy", "accessibility", "offline"]

    func openCentre(_ group: inout RouteGroup, _ tongue: Tongue) {
        for name in PortalDoor.prose {
            page(&group, "/\(name)", in: tongue) { visit in
                try site.page(name, values(of: visit.city, in: visit), to: visit)
            }
        }
    }

    private func values(of city: City, in visit: Visit) -> PageScope {
        let units = city.units.units.filter { $0.kind == .own && $0.validity.contains(visit.today) }
        return [
            "units": .list(
                units.map { ["code": .text($0.code), "name": .text($0.name[visit.language])] }
            )
        ]
    }
}
