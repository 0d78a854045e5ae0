import HTTP
import Pages

/// The page on which those begin who have no queue.
extension DispatchDoor {
    func start(_ visit: StaffVisit) throws -> Response {
        let places = DispatchNavigation.places(for: visit.staff.staff).filter { $0.name != "start" }
        let doings: [PageScope] = places.map {
            [
                "path": .text($0.path),
                "name": .text(visit.words("console.navigation.\($0.name)")),
                "about": .text(visit.words("start.places.\($0.name)")),
            ]
        }
        return try site.reply("start", ["doings": .list(doings)], to: visit)
    }
}
