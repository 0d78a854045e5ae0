import Cryptography
import Formats
import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(2)))
struct StaffStoreTests {
    @Test func `accounts are kept as they were made`() async throws {
        try await withStaff("staff_add") { staff in
            let isEmpty = try await staff.store.isEmpty()
            #expect(isEmpty)
            let id = try await staff.add("jan", .dispatcher, unit: "ZDMK", codes: .required, .oneTime)
            try await staff.add("anna", .editor)
            let list = try await staff.store.list()
            #expect(list.map(\.login.text) == ["anna", "jan"])
            let jan = try #require(try await staff.store.account(id))
            #expect(jan.staff == Staff(.dispatcher, unit: "ZDMK"))
            #expect(jan.codes.rule == .required && !jan.codes.areSetUp)
            #expect(jan.password == .oneTime)
            #expect(jan.language == .pl)
            #expect(jan.created == StaffUnderTest.start)
            #expect(jan.disabled == nil)
        }
    }

    @Test func `a name is given once`() async throws {
        try await withStaff("staff_taken") { staff in
            let id = try await staff.add("anna")
            try await staff.store.disable(id, by: .command)
            let anna = try #require(StaffLogin("anna"))
            await #expect(throws: StaffRefused.loginTaken(anna)) {
                try await staff.add("anna")
            }
        }
    }

    @Test func `changing the own name brings back no role that was taken meanwhile`() async throws {
        try await withStaff("staff_own") { staff in
            try await staff.add("root", .administrator)
            let anna = try await staff.add("anna", .administrator)
            async let renamed: Void = staff.store.change(anna, name: "Anna", language: .en)
            try await staff.store.change(anna, to: StaffUnderTest.change(to: .editor), by: .command)
            try await renamed
            try await staff.store.change(anna, name: "Anna N.", language: .en)
            let account = try #require(try await staff.store.account(anna))
            #expect(account.staff.role == .editor)
            #expect(account.name == "Anna N.")
            #expect(account.language == .en)
        }
    }

    @Test func `somebody is left who gives accounts`() async throws {
        try await withStaff("staff_last") { staff in
            let (first, second) = (
                try await staff.add("root", .administrator), try await staff.add("other", .administrator)
            )
            let demotion = try StaffUnderTest.change(to: .editor)
            try await staff.store.disable(second, by: .command)
            await #expect(throws: StaffRefused.lastAdministrator) {
                try await staff.store.disable(first, by: .command)
            }
            await #expect(throws: StaffRefused.lastAdministrator) {
                try await staff.store.change(first, to: demotion, by: .command)
            }
            await #expect(throws: StaffRefused.unknown) { try await staff.store.disable(99, by: .command) }
            try await staff.store.enable(second, by: .command)
            try await staff.store.change(first, to: demotion, by: .command)
        }
    }

    @Test func `two administrators who disable each other do not both succeed`() async throws {
        try await withStaff("staff_race") { staff in
            for round in 0..<5 {
                let pair = [
                    try await staff.add("a\(round)", .administrator),
                    try await staff.add("b\(round)", .administrator),
                ]
                await withTaskGroup(of: Void.self) { group in
                    for id in pair { group.addTask { try? await staff.store.disable(id, by: .command) } }
                }
                let left = try await staff.store.list().filter {
                    $0.staff.role == .administrator && $0.disabled == nil
                }
                #expect(left.count == 1)
                // The next round has an administrator of its own only.
                try await staff.database.write { transaction in
                    try transaction.execute("UPDATE staff_account SET role = 'editor'")
                }
            }
        }
    }

    @Test func `a password that is given has to be changed, and lets in at once`() async throws {
        try await withStaff("staff_reset") { staff in
            let id = try await staff.add("anna")
            for _ in 0..<6 { _ = try await staff.enter("anna", "wrong") }
            let hash = try await PasswordWork().hash("given for today")
            try await staff.store.resetPassword(of: id, to: hash, by: .command)
            let old = try await staff.enter("anna").stage
            let new = try await staff.enter("anna", "given for today").stage
            #expect(old == nil)
            #expect(new == .password)
        }
    }

    @Test func `the audit says who did what, and is read page by page`() async throws {
        try await withStaff("staff_audit") { staff in
            let root = try await staff.add("root", .administrator)
            let anna = try await staff.add("anna", .dispatcher, unit: "ZDMK")
            let change = try StaffUnderTest.change(to: .coordinator, codes: .required)
            try await staff.store.change(anna, to: change, by: .console(root))
            try await staff.store.disable(anna, by: .console(root))
            try await staff.store.enable(anna, by: .console(root))
            try await staff.store.resetCodes(of: anna, by: .console(root))
            try await staff.sessions.endAll(of: anna, by: .console(root))
            let report = ReportIdentifier(high: 1, low: 2)
            try await staff.audit.recordLook(at: report, by: .console(anna))
            let told = try await staff.told()
            #expect(
                told == [
                    "- account_added root role=administrator",
                    "- account_added anna role=dispatcher unit=ZDMK",
                    "root account_changed anna role=coordinator codes=required role_before=dispatcher unit_before=ZDMK",
                    "root account_disabled anna", "root account_enabled anna", "root codes_reset anna",
                    "root sessions_ended anna", "anna contact_seen",
                ]
            )
            var pages: [[StaffEventKind]] = []
            var next: Int64?
            repeat {
                let page = try await staff.audit.page(before: next, limit: 3)
                pages.append(page.events.map(\.what))
                next = page.next
            } while next != nil
            #expect(pages.map(\.count) == [3, 3, 2])
            #expect(pages.flatMap { $0 }.first == .contactSeen)
        }
    }

    @Test func `the audit is asked about one account, one kind, some days`() async throws {
        try await withStaff("staff_filter") { staff in
            try await staff.add("anna")
            try await staff.add("jan")
            _ = try await staff.enter("jan", after: 100)
            func count(_ change: (inout StaffAudit.Filter) -> Void) async throws -> Int {
                var filter = StaffAudit.Filter()
                change(&filter)
                return try await staff.audit.page(filter).events.count
            }
            #expect(try await count { _ in } == 3)
            #expect(try await count { $0.login = StaffLogin("jan") } == 2)
            #expect(try await count { $0.login = StaffLogin("nobody") } == 0)
            #expect(try await count { $0.what = .signedIn } == 1)
            #expect(try await count { $0.from = staff.moment(100) } == 1)
            #expect(try await count { $0.until = staff.moment(100) } == 2)
        }
    }

    @Test(
        arguments: [
            "UPDATE staff_event SET what = 'signed_out'", "DELETE FROM staff_event", "TRUNCATE staff_event",
        ]
    )
    func `what happened, happened`(statement: String) async throws {
        try await withStaff("staff_history_\(statement.prefix(4))") { staff in
            try await staff.add("anna")
            let error = try await databaseError {
                try await staff.database.write { try $0.execute(SQL(unsafeSQL: statement)) }
            }
            guard case .server(let failure)? = error else {
                Issue.record("the table lets itself be changed")
                return
            }
            #expect(failure.state.code == "23000")
        }
    }
}
