import Formats
import HTTP
import Ledger
import PostgreSQL
import Reports
import Testing

@testable import Doors

/// Everything at `/dispatch/`, asked by everybody on every kind of case, over the real router and a real database.
@Suite(.onRightsStage, .timeLimit(.minutes(3)))
struct RightsTests {
    @Test(arguments: RightsTable.cells)
    func `each gets what the table says, and nothing else happens`(cell: RightsCell) async throws {
        let stage = try #require(RightsStage.current)
        let scene = try await stage.scene(for: cell)
        let before = try await stage.doors.database.read { try RightsTrace(of: scene, in: $0) }
        let answer = try await stage.send(scene)
        let after = try await stage.doors.database.read { try RightsTrace(of: scene, in: $0) }
        let wanted = cell.row.outcome(for: cell.side, cell.standing)
        #expect(wanted.isMet(by: answer), "\(answer.status) \(answer.location ?? "")")
        if cell.row.method == "GET" || cell.row.happens == "look" {
            let shown = cell.row.method == "GET" ? scene.filled(cell.row.happens) : RightsStage.email
            if !shown.isEmpty { #expect(answer.text.contains(shown) == (wanted == .done)) }
        }
        if cell.row.method == "GET" {
            #expect(before.whole == after.whole)
        } else if wanted == .done {
            #expect(before.mark != after.mark, "it was to happen")
        } else {
            #expect(before == after, "it was not to happen")
        }
    }

    @Test func `every address of the console is in the table`() throws {
        let stage = try #require(RightsStage.current)
        let routes = stage.doors.router.routeNames.filter { name in
            let path = name.split(separator: " ").last ?? ""
            return path == "/dispatch" || path.hasPrefix("/dispatch/") && !path.hasPrefix("/dispatch/assets/")
        }
        #expect(routes.count > 50)
        let missing = routes.filter { route in
            !RightsTable.beforeSigningIn.contains(route) && !RightsTable.rows.contains { $0.isOf(route) }
        }
        #expect(missing == [], "add a line for each to RightsTable")
        let gone = RightsTable.rows.filter { row in !routes.contains { row.isOf($0) } }.map(\.path)
        #expect(gone == [], "these lines are of no address")
        #expect(RightsTable.beforeSigningIn.subtracting(routes) == [])
    }

    /// The service's own table is held to what is written down here for each right that pages do not show by themselves.
    @Test func `nobody but who takes calls and mends rules has their rights`() {
        for (right, roles) in [
            (StaffRight.takeCall, [StaffRole.consultant, .coordinator]), (.editTemplates, [.editor]),
            (.readRuleNotes, [.coordinator, .editor]), (.tellRuleIsWrong, [.dispatcher, .coordinator]),
        ] {
            let having = StaffRole.allCases.filter { role in
                Staff(role, unit: role.hasUnit ? "ZDMK" : nil)?.may(right) == true
            }
            #expect(Set(having) == Set(roles), "\(right)")
        }
    }
}

extension RightsOutcome {
    fileprivate func isMet(by answer: Answer) -> Bool {
        switch self {
        case .done: [200, 204].contains(answer.status) || answer.status == 303 && !answer.leadsToSignIn
        case .notDone: answer.status == 200
        case .forbidden: answer.status == 403
        case .noCase: answer.status == 404
        case .senseless: answer.status == 409
        case .led: answer.status == 303 && answer.leadsToSignIn
        case .signInRequired: answer.status == 401
        }
    }
}

extension Answer {
    /// Whether it is the way to sign in.
    fileprivate var leadsToSignIn: Bool { location?.hasPrefix("/dispatch/sign-in") == true }
}
