import HTTP
import Pages

/// The page that shows the tiles themselves, for those who put them on maps of their own.
extension PortalDoor {
    func openTiles(_ group: inout RouteGroup, _ tongue: Tongue) {
        page(&group, "/tiles/", in: tongue) { visit in
            var page = try site.page("tiles", ["events": .text(events.position)], to: visit)
            // One of its two map libraries draws in workers, which it makes of its own text.
            page.policy = .pageWithWorkers
            return page
        }
    }
}
