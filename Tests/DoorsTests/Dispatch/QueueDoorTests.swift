import Formats
import HTTP
import Ledger
import PostgreSQL
import Reports
import Testing

@testable import Doors

/// The queue and its cases, as each role may see and change them.
@Suite(.timeLimit(.minutes(2)))
struct QueueDoorTests {
    private static let pothole =
        #"{"category":"road.pothole","description":"Dziura \#("%")","location":{"lon":19.9373,"lat":50.0617},"contact":{"email":"canary@example.org","phone":"600100200"}}"#

    /// A pothole, which ZDMK has.
    private static func report(_ words: String, in doors: DoorsUnderTest) async throws -> String {
        let sent = try await doors.report(pothole.replacing("%", with: words))
        return try #require(sent.object?["number"]?.stringValue)
    }

    private static func console(_ login: String, _ doors: DoorsUnderTest) async throws -> Console {
        let console = Console(doors)
        try await console.signIn(login)
        #expect(console.cookie != nil)
        return console
    }

    @Test func `each sees their own queue, and whoever has not signed in is led to sign in`() async throws {
        try await withDoors("queue_eyes") { doors in
            let number = try await Self.report("na rogu", in: doors)
            try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            try await doors.addStaff("zzm", .dispatcher, unit: "ZZM")
            try await doors.addStaff("centre", .coordinator)
            try await doors.addStaff("admin", .administrator)
            for (login, sees) in [("zdmk", true), ("zzm", false), ("centre", true), ("admin", false)] {
                let console = try await Self.console(login, doors)
                let queue = try await console.open("/dispatch/")
                #expect(queue.status == 200)
                #expect(queue.text.contains(number) == sees, "\(login)")
                #expect(!queue.text.contains("canary@example.org"))
                let searched = try await console.open("/dispatch/?q=rogu")
                #expect(searched.text.contains(number) == sees, "\(login)")
                let page = try await console.open("/dispatch/reports/\(number)")
                #expect(page.status == (sees ? 200 : login == "admin" ? 403 : 404))
                #expect(!page.text.contains("canary@example.org"))
            }
            let stranger = Console(doors)
            for path in ["/dispatch/", "/dispatch/reports/\(number)"] {
                let led = try await stranger.open(path)
                #expect(led.status == 303)
                #expect(led.location?.hasPrefix("/dispatch/sign-in") == true)
            }
            let act = try await stranger.send("/dispatch/act", [("number", number), ("action", "assign:me")])
            #expect(act.status == 303 || act.status == 401 || act.status == 403)
            let live = try await doors.ask(.get, "/dispatch/events")
            #expect(live.status == 401)
            #expect(doors.missingNames.all.isEmpty, "\(doors.missingNames.all)")
        }
    }

    @Test func `what is done to several at once is done to one's own alone, and taken back`() async throws {
        try await withDoors("queue_bulk") { doors in
            let numbers = [
                try await Self.report("pierwsza", in: doors), try await Self.report("druga", in: doors),
            ]
            let account = try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            try await doors.addStaff("zzm", .dispatcher, unit: "ZZM")
            try await doors.addStaff("konsultant", .consultant)
            let chosen = numbers.map { ("number", $0) }
            let consultant = try await Self.console("konsultant", doors)
            let forbidden = try await consultant.send("/dispatch/act", chosen + [("action", "assign:me")])
            #expect(forbidden.status == 403)
            let other = try await Self.console("zzm", doors)
            let refused = try await other.send("/dispatch/act", chosen + [("action", "step:in_progress")])
            #expect(refused.text.contains("Zmieniono 0"))
            // Whether a report is another's or nobody's is not told.
            let nobodys = [("number", "KCK-2020-000001"), ("action", "step:in_progress")]
            let unknown = try await other.send("/dispatch/act", nobodys)
            for answer in [refused, unknown] {
                #expect(answer.text.contains("Twoja jednostka nie prowadzi zgłoszenia o tym numerze."))
            }
            let own = try await Self.console("zdmk", doors)
            let done = try await own.send("/dispatch/act?due=late", chosen + [("action", "step:in_progress")])
            #expect(done.status == 200 && done.text.contains("Zmieniono 2"))
            let held = try await own.send("/dispatch/act", chosen + [("action", "assign:me")])
            #expect(held.text.contains("Osoba zdmk"))
            let change = try #require(held.text.firstMatch(of: /name="change" value="([^"]+)"/)?.1)
            let stolen = try await other.send("/dispatch/undo", [("change", String(change))])
            #expect(stolen.status == 409)
            let undone = try await own.send("/dispatch/undo", [("change", String(change))])
            #expect(undone.status == 200 && undone.text.contains("Cofnięto"))
            let rows = try await doors.database.read { session in
                try session.query("SELECT status, assignee FROM report ORDER BY number").map {
                    (try $0.decode(String.self, at: 0), try $0.decode(Int32?.self, at: 1))
                }
            }
            #expect(rows.map(\.0) == ["in_progress", "in_progress"] && rows.allSatisfy { $0.1 == nil })
            let hands = try await doors.database.read { session in
                try session.query(
                    "SELECT DISTINCT staff, origin FROM report_event WHERE what IN ('status', 'assigned', 'undone')"
                ).map { (try $0.decode(Int32.self, at: 0), try $0.decode(String.self, at: 1)) }
            }
            #expect(hands.count == 1 && hands[0].0 == Int32(account) && hands[0].1 == "dispatch")
            for fields in [
                [("action", "step:in_progress")], chosen, chosen + [("action", "step:gone")],
                chosen + [("action", "unit:NIC")], chosen + [("action", "assign:999999")],
            ] {
                #expect(try await own.send("/dispatch/act", fields).status == 422)
            }
        }
    }

    @Test func `a case is changed by who may, as they saw it, and contact data are looked at on record`()
        async throws
    {
        try await withDoors("queue_case") { doors in
            let number = try await Self.report("przy sklepie", in: doors)
            let path = "/dispatch/reports/\(number)"
            try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            try await doors.addStaff("zzm", .dispatcher, unit: "ZZM")
            try await doors.addStaff("konsultant", .consultant)
            try await doors.addStaff("redaktor", .editor)
            let own = try await Self.console("zdmk", doors)
            let step = [("status", "in_progress"), ("note", "Jedziemy"), ("version", "1")]
            #expect(try await own.send("\(path)/step", step).status == 303)
            let late = try await own.send("\(path)/step", [("status", "planned"), ("version", "1")])
            #expect(late.status == 409 && late.text.contains("Sprawdź, jak jest teraz"))
            // Asked, another unit sees the case until it has answered, and only answers.
            let other = try await Self.console("zzm", doors)
            #expect(try await other.send("\(path)/note", [("note", "?")]).status == 404)
            #expect(try await own.send("\(path)/ask", [("unit", "ZZM"), ("note", "Wasze?")]).status == 303)
            #expect(try await other.open(path).status == 200)
            #expect(try await other.open("/dispatch/?mark=asked").text.contains(number))
            #expect(try await other.send("\(path)/step", step).status == 403)
            #expect(try await other.send("\(path)/contact").status == 403)
            // Who may not see originals reads what was written with personal data masked.
            let call = [("note", "Tel. 600 100 300"), ("version", "3")]
            #expect(try await own.send("\(path)/note", call).status == 303)
            #expect(try await own.open(path).text.contains("600 100 300"))
            #expect(!(try await other.open(path).text.contains("600 100 300")))
            #expect(!(try await other.open("/dispatch/export.csv?status=all").text.contains(number)))
            let consulted = try await Self.console("konsultant", doors)
            let foreign = try await consulted.send("\(path)/answer", [("unit", "ZZM"), ("note", "Tak")])
            #expect(foreign.status == 403)
            #expect(try await other.send("\(path)/answer", [("unit", "ZZM"), ("note", "Nie")]).status == 303)
            #expect(try await other.open(path).status == 404)
            // A look at contact data is on record before they are shown.
            let editor = try await Self.console("redaktor", doors)
            #expect(try await editor.send("\(path)/contact").status == 403)
            let consultant = try await Self.console("konsultant", doors)
            let seen = try await consultant.send("\(path)/contact")
            #expect(seen.status == 200 && seen.text.contains("canary@example.org"))
            let looks = try await doors.database.read { session in
                try session.query("SELECT count(*) FROM staff_event WHERE what = 'contact_seen'").one {
                    try $0.decode(Int64.self, at: 0)
                }
            }
            #expect(looks == 1)
            // The pin goes to Wola Justowska, and whoever is in charge there has the case.
            let moved = try await own.send("\(path)/place", [("lon", "19.89"), ("lat", "50.063")])
            #expect(moved.status == 303)
            #expect(try await own.send("\(path)/place", [("lon", "21"), ("lat", "52")]).status == 422)
            let words = [("description", "Dziura"), ("address", "")]
            #expect(try await own.send("\(path)/words", words).status == 303)
            let open = try await doors.ask(.get, "/api/v1/reports/\(number)")
            #expect(open.object?["description"] == .string("Dziura"))
            #expect(try await own.send("\(path)/visibility", [("hidden", "1")]).status == 303)
            #expect(try await doors.ask(.get, "/api/v1/reports/\(number)").status == 404)
            let given = try await own.send("\(path)/unit", [("unit", "ZZM")])
            #expect(given.location == "/dispatch/")
            #expect(try await own.open(path).status == 404)
            #expect(doors.missingNames.all.isEmpty, "\(doors.missingNames.all)")
        }
    }

    @Test func `a saved view is its owner's alone`() async throws {
        try await withDoors("queue_views") { doors in
            try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            try await doors.addStaff("zzm", .dispatcher, unit: "ZZM")
            let own = try await Self.console("zdmk", doors)
            let other = try await Self.console("zzm", doors)
            #expect(try await own.send("/dispatch/views?due=late", [("name", "Spóźnione")]).status == 303)
            let page = try await own.open("/dispatch/?due=late")
            let id = try #require(page.text.firstMatch(of: /name="id" value="(\d+)"/)?.1)
            #expect(!(try await other.open("/dispatch/").text.contains("Spóźnione")))
            _ = try await other.send("/dispatch/views/remove", [("id", String(id))])
            #expect(try await own.open("/dispatch/").text.contains("Spóźnione"))
            _ = try await own.send("/dispatch/views/remove", [("id", String(id))])
            #expect(!(try await own.open("/dispatch/").text.contains("Spóźnione")))
            #expect(try await own.send("/dispatch/views", [("name", "")]).status == 422)
        }
    }

    @Test(arguments: [
        "?status=gone", "?category=no.such", "?due=maybe", "?holder=-1", "?holder=x", "?after=1.x",
        "?sort=odd",
        "?q=%2E", "?from=wczoraj", "?mark=none", "?channel=smoke", "?after=%F0%9F%A6%86", "?unknown=1",
    ])
    func `an odd address shows a queue all the same`(query: String) async throws {
        let name = "queue_odd_\(query.utf8.reduce(0) { $0 &* 31 &+ Int($1) } & 0xFFFF)"
        try await withDoors(name) { doors in
            let number = try await Self.report("tutaj", in: doors)
            try await doors.addStaff("centre", .coordinator)
            let console = try await Self.console("centre", doors)
            let answer = try await console.open("/dispatch/\(query)")
            #expect(answer.status == 200 && answer.text.contains(number))
            if query != "?unknown=1" { #expect(answer.text.contains("note-problem")) }
        }
    }
}
