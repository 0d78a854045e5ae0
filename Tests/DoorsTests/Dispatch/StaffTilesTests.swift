import Formats
import HTTP
import Ledger
import Reports
import Testing

@testable import Doors

/// The live map of the console: by the cookie of a session as by the key of a unit.
@Suite(.timeLimit(.minutes(2)))
struct StaffTilesTests {
    /// Around the main square.
    private static let tile = "/dispatch/tiles/reports/9/284/173.geojson"
    private static let ownTile = "/dispatch/tiles/unit/9/284/173.geojson"

    private func asked(_ console: Console, _ path: String) async throws -> Int {
        try await console.open(path).status
    }

    @Test func `whoever may see cases has tiles, and nobody else`() async throws {
        try await withDoors("tiles_roles") { doors in
            try await doors.addStaff("roads", .dispatcher, unit: "ZDMK")
            for role in StaffRole.allCases where role != .dispatcher {
                try await doors.addStaff(role.rawValue, role)
            }
            let stranger = try await asked(Console(doors), StaffTilesTests.tile)
            #expect(stranger == 401)
            for (login, isLetIn) in [
                ("roads", true), ("consultant", true), ("coordinator", true), ("editor", true),
                ("administrator", false),
            ] {
                let console = Console(doors)
                try await console.signIn(login)
                for path in [StaffTilesTests.tile, StaffTilesTests.ownTile] {
                    let status = try await asked(console, path)
                    #expect([200, 204].contains(status) == isLetIn, "\(login)")
                    if !isLetIn { #expect(status == 403) }
                }
            }
        }
    }

    @Test func `the map beside the queue has its filters, and shows nothing of others by them`() async throws
    {
        try await withDoors("tiles_filters") { doors in
            let account = try await doors.addStaff("roads", .dispatcher, unit: "ZDMK")
            try await doors.addStaff("desk", .coordinator)
            _ = try await doors.place(19.9373, 50.0617)
            let (roads, desk) = (Console(doors), Console(doors))
            try await roads.signIn("roads")
            try await desk.signIn("desk")
            for (console, layer) in [(roads, "unit"), (desk, "reports")] {
                let path = "/dispatch/tiles/\(layer)/14/9099/5552.geojson?status=open&cluster=off"
                let unheld = try await console.open("\(path)&holder=nobody&channel=portal")
                #expect(unheld.features.count == 1)
                let ofAccount = try await console.open("\(path)&holder=\(account)")
                #expect(ofAccount.status == 200 && ofAccount.features.isEmpty)
                #expect(try await asked(console, "\(path)&holder=x") == 400)
                for filter in ["due=late", "due=soon", "mark=urgent", "mark=review", "holder=me"] {
                    #expect([200, 204].contains(try await asked(console, "\(path)&\(filter)")), "\(filter)")
                }
            }
            // By its filters one could ask of others' cases what only their unit knows.
            let others = "/dispatch/tiles/reports/14/9099/5552.geojson?holder=nobody"
            #expect(try await asked(roads, others) == 400)
        }
    }

    @Test func `a cookie that is no session, and one of a stage, is nobody`() async throws {
        try await withDoors("tiles_stage") { doors in
            try await doors.addStaff("anna", .consultant, codes: .required)
            let console = Console(doors)
            try await console.signIn("anna")
            let staged = try await asked(console, StaffTilesTests.tile)
            console.cookie = SessionToken.random().secret
            let made = try await asked(console, StaffTilesTests.tile)
            #expect([staged, made] == [401, 401])
        }
    }

    @Test func `a dispatcher sees what is hidden of the own unit, and nothing hidden of others`() async throws
    {
        try await withDoors("tiles_hidden") { doors in
            try await doors.addStaff("roads", .dispatcher, unit: "ZDMK")
            try await doors.addStaff("waste", .dispatcher, unit: "MPO")
            try await doors.addStaff("desk", .coordinator)
            let sent = try await doors.report(
                """
                {"category": "road.pothole", "description": "Dziura w jezdni",
                 "location": {"lon": 19.9373, "lat": 50.0617}}
                """
            )
            #expect(sent.status == 201)
            let path = try #require(sent.object?["url"]?.stringValue)
            let key = try await doors.key("own", [.unit], unit: "ZDMK")
            let hidden = try await doors.post("\(path)/visibility", #"{"hidden":true}"#, bearer: key)
            #expect(hidden.status == 200)
            var seen: [String: Bool] = [:]
            for login in ["roads", "waste", "desk"] {
                let console = Console(doors)
                try await console.signIn(login)
                seen[login] = try await console.open(StaffTilesTests.tile).text.contains("Feature\"")
            }
            #expect(seen == ["roads": true, "waste": false, "desk": true])
        }
    }
}
