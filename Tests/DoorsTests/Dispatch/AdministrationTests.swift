import Cryptography
import Formats
import HTTP
import Ledger
import Reports
import Testing

@testable import Doors

@Suite(.timeLimit(.minutes(2)))
struct AdministrationTests {
    private static let pages = [
        "/dispatch/staff", "/dispatch/staff/new", "/dispatch/staff/1", "/dispatch/audit",
    ]
    private static let forms = [
        "/dispatch/staff/new", "/dispatch/staff/1", "/dispatch/staff/1/disable", "/dispatch/staff/1/enable",
        "/dispatch/staff/1/password", "/dispatch/staff/1/codes", "/dispatch/staff/1/sessions",
    ]

    @Test(arguments: [StaffRole.consultant, .dispatcher, .coordinator, .editor])
    func `whoever is no administrator sees and does none of it`(role: StaffRole) async throws {
        try await withDoors("admin_\(role.rawValue)") { doors in
            let root = try await doors.addStaff("root", .administrator)
            #expect(root == 1)
            try await doors.addStaff("anna", role, unit: role == .dispatcher ? "ZDMK" : nil)
            let console = Console(doors)
            try await console.signIn("anna")
            for path in AdministrationTests.pages {
                let answer = try await console.open(path)
                #expect(answer.status == 403, "\(path)")
                #expect(!answer.text.contains("root"))
            }
            for path in AdministrationTests.forms {
                let answer = try await console.send(
                    path,
                    [("login", "x"), ("name", "x"), ("role", "administrator")]
                )
                #expect(answer.status == 403, "\(path)")
            }
            let start = try await console.open("/dispatch/")
            #expect(!start.text.contains("/dispatch/staff") && !start.text.contains("/dispatch/audit"))
            let count = try await doors.accounts.list().count
            #expect(count == 2)
        }
    }

    @Test func `an account is made, its password shown once, and it signs in`() async throws {
        try await withDoors("admin_add") { doors in
            try await doors.addStaff("root", .administrator)
            let console = Console(doors)
            try await console.signIn("root")
            let made = try await console.send(
                "/dispatch/staff/new",
                [
                    ("login", "Jan.Kowal"), ("name", "Jan"), ("role", "dispatcher"), ("unit", "ZDMK"),
                    ("language", "pl"),
                ]
            )
            #expect(made.status == 200)
            let password = try #require(made.text.firstMatch(of: /id="given-password">([a-z2-7-]{19})</)?.1)
            let again = try await console.open("/dispatch/staff")
            #expect(again.text.contains("jan.kowal") && !again.text.contains(password))
            let entered = try await Console(doors).signIn("jan.kowal", password: String(password))
            #expect(entered.location == "/dispatch/sign-in/password")
            #expect(doors.missingNames.all.isEmpty)
        }
    }

    @Test(
        arguments: [
            [("login", "1x"), ("name", "X"), ("role", "editor")],
            [("login", "anna"), ("name", ""), ("role", "editor")],
            [("login", "anna"), ("name", "X"), ("role", "")],
            [("login", "anna"), ("name", "X"), ("role", "boss")],
            [("login", "anna"), ("name", "X"), ("role", "dispatcher")],
            [("login", "anna"), ("name", "X"), ("role", "dispatcher"), ("unit", "NONE")],
            [("login", "root"), ("name", "X"), ("role", "editor")],
        ]
    )
    func `a form that cannot be taken is shown again with why`(fields: [(String, String)]) async throws {
        try await withDoors("admin_fault_\(UInt32.random(in: 0...UInt32.max))") { doors in
            try await doors.addStaff("root", .administrator)
            let console = Console(doors)
            try await console.signIn("root")
            let answer = try await console.send("/dispatch/staff/new", fields)
            #expect(answer.status == 422)
            #expect(answer.text.contains("role=\"alert\""))
            let count = try await doors.accounts.list().count
            #expect(count == 1)
        }
    }

    @Test func `an account is changed, disabled, enabled, and told another password`() async throws {
        try await withDoors("admin_change") { doors in
            try await doors.addStaff("root", .administrator)
            let id = try await doors.addStaff("anna", .consultant)
            let (console, anna) = (Console(doors), Console(doors))
            try await console.signIn("root")
            try await anna.signIn("anna")
            let path = "/dispatch/staff/\(id)"
            let changed = try await console.send(path, [("name", "Anna"), ("role", "coordinator")])
            #expect(changed.location == "\(path)?done=saved")
            let out = try await anna.open("/dispatch/")
            #expect(out.status == 303)
            try await anna.signIn("anna")
            let disabled = try await console.send("\(path)/disable")
            #expect(disabled.location == "\(path)?done=disable")
            let gone = try await anna.open("/dispatch/")
            let refused = try await anna.signIn("anna")
            #expect(gone.status == 303)
            #expect(refused.status == 422)
            _ = try await console.send("\(path)/enable")
            let given = try await console.send("\(path)/password")
            let password = try #require(given.text.firstMatch(of: /id="given-password">([a-z2-7-]{19})</)?.1)
            let entered = try await anna.signIn("anna", password: String(password))
            #expect(entered.location == "/dispatch/sign-in/password")
            let page = try await console.open("\(path)?done=enable")
            #expect(page.status == 200)
            #expect(doors.missingNames.all.isEmpty)
        }
    }

    @Test func `nobody takes the own role or account away`() async throws {
        try await withDoors("admin_self") { doors in
            let id = try await doors.addStaff("root", .administrator)
            try await doors.addStaff("other", .administrator)
            let console = Console(doors)
            try await console.signIn("root")
            for act in ["disable", "enable", "password", "codes", "sessions"] {
                let answer = try await console.send("/dispatch/staff/\(id)/\(act)")
                #expect(answer.status == 422)
            }
            let demoted = try await console.send(
                "/dispatch/staff/\(id)",
                [("name", "R"), ("role", "editor")]
            )
            #expect(demoted.status == 422)
            let renamed = try await console.send(
                "/dispatch/staff/\(id)",
                [("name", "R"), ("role", "administrator")]
            )
            #expect(renamed.status == 303)
            let root = try await doors.accounts.account(id)
            #expect(root?.staff.role == .administrator && root?.disabled == nil)
        }
    }

    @Test(arguments: ["0", "-1", "99", "x", "1.0", "99999999999999999999"])
    func `an account that there is not has no page`(id: String) async throws {
        try await withDoors("admin_idor_\(id.utf8.reduce(0) { $0 &* 31 &+ Int($1) })") { doors in
            try await doors.addStaff("root", .administrator)
            let console = Console(doors)
            try await console.signIn("root")
            let page = try await console.open("/dispatch/staff/\(id)")
            #expect(page.status == 404)
        }
    }

    @Test func `the audit is filtered and turned over by its address`() async throws {
        try await withDoors("admin_audit") { doors in
            try await doors.addStaff("root", .administrator)
            let id = try await doors.addStaff("anna", .consultant)
            let console = Console(doors)
            for _ in 0..<60 { try await doors.sessions.endAll(of: id, by: .command) }
            try await console.signIn("root")
            let first = try await console.open("/dispatch/audit")
            #expect(first.text.contains("zalogowanie"))
            let older = try #require(first.text.firstMatch(of: /href="(\/dispatch\/audit\?before=\d+)"/)?.1)
            let second = try await console.open(String(older))
            #expect(second.text.contains("założenie konta") && !second.text.contains("before="))
            let filtered = try await console.open("/dispatch/audit?who=root&what=signed_in")
            #expect(filtered.text.matches(of: /<tr>/).count == 2)
            for query in [
                "who=no%20name", "what=nothing", "from=x", "until=2026-13-40", "before=x", "from=9999-12-31",
            ] {
                let page = try await console.open("/dispatch/audit?\(query)")
                #expect(page.status == 200)
            }
            #expect(doors.missingNames.all.isEmpty)
        }
    }
}
