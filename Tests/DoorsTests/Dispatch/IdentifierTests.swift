import Formats
import HTTP
import Ledger
import PostgreSQL
import Reports
import Testing

@testable import Doors

/// Whatever names a thing in an address or a form: another's, or one that there never was, changes nothing and tells
/// nothing of itself.
@Suite(.timeLimit(.minutes(2)))
struct IdentifierTests {
    private static let odd = [
        "KCK-2026-999999", "kck-2026-000001", "KCK-2026-1", "KCK-2026-000001%20", "0", "-1", "*",
        "%27%20OR%201=1", "99999999999999999999", "%F0%9F%A6%86",
    ]
    private static let acts = [
        "step", "ask-reporter", "holder", "unit", "ask", "answer", "note", "visibility", "place", "words",
        "link",
        "unlink", "contact",
    ]

    private static func console(_ login: String, _ doors: DoorsUnderTest) async throws -> Console {
        let console = Console(doors)
        try await console.signIn(login)
        return console
    }

    /// All that there is of reports, their events, accounts, sessions and saved views.
    private static func everything(_ doors: DoorsUnderTest) async throws -> [String] {
        try await doors.database.read { session in
            try session.query(
                """
                SELECT concat(number, version, hidden, assignee, unit, status, supporters) FROM report
                UNION ALL SELECT concat(report_id, version, what) FROM report_event
                UNION ALL SELECT concat(id, name, role, disabled_at, password_hash) FROM staff_account
                UNION ALL SELECT concat(id, ended_at) FROM staff_session
                UNION ALL SELECT concat(id, account, name) FROM staff_filter
                UNION ALL SELECT concat(id, what) FROM staff_event
                ORDER BY 1
                """
            ).map { try $0.decode(String.self, at: 0) }
        }
    }

    @Test func `a number that is no report's, or none that one may know of, is no page and no form`()
        async throws
    {
        try await withDoors("idor_numbers") { doors in
            try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            let foreign = try await doors.place(19.9374, 50.0617, category: "waste.dump", words: "Śmieci")
            try await doors.hide(foreign)
            let console = try await Self.console("zdmk", doors)
            let before = try await Self.everything(doors)
            var pages: Set<String> = []
            for number in Self.odd + [foreign] {
                let page = try await console.open("/dispatch/reports/\(number)")
                #expect([400, 404].contains(page.status), "\(number)")
                if page.status == 404, !number.contains("%") {
                    let id = page.response.headers["X-Request-Id"] ?? ""
                    pages.insert(page.text.replacing(id, with: ""))
                }
                for act in Self.acts {
                    let answer = try await console.send(
                        "/dispatch/reports/\(number)/\(act)",
                        [("status", "in_progress"), ("note", "x"), ("unit", "MPO"), ("hidden", "1")]
                    )
                    #expect([400, 404].contains(answer.status), "\(number) \(act)")
                }
            }
            #expect(try await Self.everything(doors) == before)
            // Another unit's hidden report is told exactly as one that there is not.
            #expect(pages.count == 1)
        }
    }

    @Test func `no parameter of an address widens what a dispatcher sees`() async throws {
        try await withDoors("idor_filters") { doors in
            try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            let other = try await doors.addStaff("mpo", .dispatcher, unit: "MPO")
            let foreign = try await doors.place(19.9374, 50.0617, category: "waste.dump", words: "Śmieci")
            // By the API, so that the map knows of it.
            let key = try await doors.key("centre", [.unit], unit: "KCK")
            let hiding = "/api/v1/reports/\(foreign)/visibility"
            #expect(try await doors.post(hiding, #"{"hidden":true}"#, bearer: key).status == 200)
            let console = try await Self.console("zdmk", doors)
            for query in [
                "unit=MPO", "unit=MPO&status=all", "holder=\(other)", "mark=asked", "q=\u{15a}mieci",
                "q=\(foreign)",
                "after=0.\(foreign)", "status=all&sort=newest", "category=waste.dump&status=all",
            ] {
                let encoded = query.replacing("\u{15a}", with: "%C5%9A")
                for path in ["/dispatch/", "/dispatch/export.csv", "/dispatch/export.geojson"] {
                    let answer = try await console.open("\(path)?\(encoded)")
                    #expect([200, 400].contains(answer.status))
                    #expect(!answer.text.contains("/dispatch/reports/\(foreign)"), "\(path)?\(query)")
                }
                for layer in ["reports", "unit"] {
                    let tile = try await console.open("/dispatch/tiles/\(layer)/9/284/173.geojson?\(encoded)")
                    #expect(!tile.text.contains(foreign), "\(layer) \(query)")
                }
            }
        }
    }

    @Test func `what a form names besides the case has to be one's own, too`() async throws {
        try await withDoors("idor_fields") { doors in
            try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            let colleague = try await doors.addStaff("colleague", .dispatcher, unit: "ZDMK")
            let foreigner = try await doors.addStaff("mpo", .dispatcher, unit: "MPO")
            let root = try await doors.addStaff("root", .administrator)
            let gone = try await doors.addStaff("gone", .dispatcher, unit: "ZDMK")
            try await doors.accounts.disable(gone, by: .command)
            let own = try await doors.place(19.9373, 50.0617)
            let hidden = try await doors.place(19.9374, 50.0617, category: "waste.dump", words: "Śmieci")
            try await doors.hide(hidden)
            let console = try await Self.console("zdmk", doors)
            let path = "/dispatch/reports/\(own)"
            let before = try await Self.everything(doors)
            for holder in [foreigner, root, gone, 999_999] {
                let answer = try await console.send("\(path)/holder", [("holder", "\(holder)")])
                #expect(answer.status == 409, "\(holder)")
                let bulk = try await console.send(
                    "/dispatch/act",
                    [("number", own), ("action", "assign:\(holder)")]
                )
                #expect(bulk.status == 422, "\(holder)")
            }
            // A hidden report of another unit is no report, whatever it is named for.
            var told: [Set<String>] = [[], []]
            for (index, number) in [hidden, "KCK-2026-999999"].enumerated() {
                for (act, fields) in [
                    ("link", [("leader", number)]),
                    ("step", [("status", "duplicate"), ("duplicate_of", number)]),
                ] {
                    let answer = try await console.send("\(path)/\(act)", fields)
                    #expect([404, 409, 422].contains(answer.status), "\(act) \(answer.status)")
                    let problem = answer.text.firstMatch(of: /role="alert"[^>]*>([^<]*)/)?.1
                    told[index].insert("\(act) \(answer.status) \(problem ?? "")")
                }
            }
            #expect(told[0] == told[1])
            for unit in ["MPO", "ZDMK", "NIC", ""] {
                let answer = try await console.send("\(path)/answer", [("unit", unit), ("note", "x")])
                #expect([403, 409].contains(answer.status), "\(unit)")
            }
            for change in ["x", "", "00000000-0000-0000-0000-000000000000"] {
                #expect(try await console.send("/dispatch/undo", [("change", change)]).status == 409)
            }
            #expect(try await Self.everything(doors) == before)
            // The net has no holes: what is right is done.
            let held = try await console.send("\(path)/holder", [("holder", "\(colleague)")])
            #expect(held.status == 303)
        }
    }

    @Test func `sessions and views of others are none`() async throws {
        try await withDoors("idor_own") { doors in
            try await doors.addStaff("anna", .consultant)
            let jan = try await doors.addStaff("jan", .consultant)
            let (console, other) = (
                try await Self.console("anna", doors), try await Self.console("jan", doors)
            )
            #expect(try await other.send("/dispatch/views?due=late", [("name", "Moje")]).status == 303)
            let view = try await SavedFilters(doors.database).list(of: jan).first?.id ?? 0
            let session = try await doors.sessions.list(of: jan).first?.id ?? 0
            let before = try await Self.everything(doors)
            for id in ["\(view)", "0", "-1", "x", "", "2147483648", "99999999999999999999"] {
                let answer = try await console.send("/dispatch/views/remove", [("id", id)])
                #expect(answer.status == 404, "\(id)")
            }
            for id in ["\(session)", "999999", "0", "x"] {
                let answer = try await console.send("/dispatch/account/sessions/\(id)/end")
                #expect(answer.status == 404, "\(id)")
            }
            #expect(try await Self.everything(doors) == before)
            #expect(try await other.send("/dispatch/views/remove", [("id", "\(view)")]).status == 303)
            #expect(try await other.send("/dispatch/account/sessions/\(session)/end").status == 303)
        }
    }
}
