import Cryptography
import Formats
import HTTP
import Ledger
import Pages
import Reports
import Territory

/// The page of one account, for administrators: changed, disabled, let in again.
extension DispatchDoor {
    func openAccountOfStaff(_ group: inout RouteGroup) {
        page(&group, "/staff/{id}", requiring: .manageStaff) { visit in
            try show(try await asked(visit), to: visit)
        }
        form(&group, "/staff/{id}", requiring: .manageStaff) { try await change($1, by: $0) }
        act(&group, "disable") { account, visit in
            try await accounts.disable(account.id, by: visit.staff.actor)
        }
        act(&group, "enable") { account, visit in
            try await accounts.enable(account.id, by: visit.staff.actor)
        }
        act(&group, "codes") { account, visit in
            try await accounts.resetCodes(of: account.id, by: visit.staff.actor)
        }
        act(&group, "sessions") { account, visit in
            try await sessions.endAll(of: account.id, by: visit.staff.actor)
        }
        form(&group, "/staff/{id}/password", requiring: .manageStaff) { visit, _ in
            let account = try await asked(visit)
            guard account.id != visit.staff.id else { return try refuse("own", account, to: visit) }
            let password = GivenPassword.random()
            let hash = try await signIn.passwords.hash(password.text)
            try await accounts.resetPassword(of: account.id, to: hash, by: visit.staff.actor)
            return try show(password, of: account.login, to: visit)
        }
    }

    /// Something that is done to another's account, and told on its page.
    private func act(
        _ group: inout RouteGroup,
        _ word: String,
        _ act: @escaping @Sendable (StaffAccount, StaffVisit) async throws -> Void
    ) {
        form(&group, "/staff/{id}/\(word)", requiring: .manageStaff) { visit, _ in
            let account = try await asked(visit)
            // What one does to the own account has its place on the own page.
            guard account.id != visit.staff.id else { return try refuse("own", account, to: visit) }
            do {
                try await act(account, visit)
            } catch StaffRefused.lastAdministrator {
                return try refuse("last", account, to: visit)
            }
            return try done(word, at: "/dispatch/staff/\(account.id)")
        }
    }

    private func change(_ fields: Query, by visit: StaffVisit) async throws -> Response {
        let account = try await asked(visit)
        let form = StaffForm(fields)
        do {
            let change = try form.change(in: visit.city)
            guard account.id != visit.staff.id || change.staff == account.staff else {
                return try refuse("own", account, to: visit)
            }
            try await accounts.change(account.id, to: change, by: visit.staff.actor)
        } catch let fault as StaffForm.Fault {
            return try show(account, form, problem: "staffform.faults.\(fault.rawValue)", to: visit)
        } catch StaffRefused.lastAdministrator {
            return try refuse("last", account, to: visit)
        }
        return try done("saved", at: "/dispatch/staff/\(account.id)")
    }

    /// The account that a path names.
    ///
    /// - Throws: 404 `no-such-account`.
    private func asked(_ visit: StaffVisit) async throws -> StaffAccount {
        let id = try visit.request.parameters.integer("id", in: 1...Int(Int32.max))
        guard let account = try await accounts.account(id) else { throw Problem.noSuchAccount }
        return account
    }

    private func refuse(_ word: String, _ account: StaffAccount, to visit: StaffVisit) throws -> Response {
        try show(account, problem: "member.refused.\(word)", to: visit)
    }

    private func show(
        _ account: StaffAccount,
        _ form: StaffForm? = nil,
        problem: String = "",
        to visit: StaffVisit
    ) throws -> Response {
        var values = values(of: account, for: visit)
        values.merge((form ?? StaffForm(account)).values(for: visit))
        values.set("title", account.login.text)
        values.set("notice", problem.isEmpty ? notice(on: "member", to: visit) : "")
        values.set("problem", problem.isEmpty ? "" : visit.words(problem))
        let status: Status = problem.isEmpty ? .ok : .unprocessableContent
        return try site.reply("member", values, to: visit, status: status)
    }
}
