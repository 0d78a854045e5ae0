import Pages
import Reports

/// Where one may go from every page, as far as the role has something to do there.
enum DispatchNavigation {
    /// One place: its path, its message, and the right without which it is not named.
    struct Place: Sendable {
        let name: String
        let path: String
        let right: StaffRight
    }

    /// In the order in which they are named.
    static let places = [
        Place(name: "queue", path: "/dispatch/", right: .seeCase),
        Place(name: "start", path: "/dispatch/", right: .ownAccount),
        Place(name: "call", path: "/dispatch/call", right: .takeCall),
        Place(name: "import", path: "/dispatch/import", right: .importReports),
        Place(name: "templates", path: "/dispatch/templates", right: .editTemplates),
        Place(name: "rules", path: "/dispatch/rules", right: .readRuleNotes),
        Place(name: "staff", path: "/dispatch/staff", right: .manageStaff),
        Place(name: "audit", path: "/dispatch/audit", right: .readAudit),
    ]

    /// The places that somebody may go to.
    static func places(for staff: Staff) -> [Place] {
        // Whoever has a queue begins with it.
        places.filter { staff.may($0.right) && !($0.name == "start" && staff.may(.seeCase)) }
    }

    /// The places as a page names them, the page itself marked.
    static func values(for staff: Staff, on page: String, in visit: DispatchVisit) -> [PageScope] {
        places(for: staff).map { place in
            [
                "path": .text(place.path),
                "name": .text(visit.words("console.navigation.\(place.name)")),
                "isHere": .flag(place.name == page),
            ]
        }
    }
}
