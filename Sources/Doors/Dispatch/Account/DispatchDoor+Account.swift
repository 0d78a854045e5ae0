import Cryptography
import Formats
import HTTP
import Ledger
import Pages
import Reports

/// The page of the own account: name, language, password, sessions.
extension DispatchDoor {
    func openAccount(_ group: inout RouteGroup) {
        page(&group, "/account") { try await showAccount(to: $0) }
        form(&group, "/account") { try await changeAccount($1, by: $0) }
        form(&group, "/account/sessions/{id}/end") { visit, _ in try await endSession(visit) }
        form(&group, "/account/sessions/end") { visit, _ in
            let staff = visit.staff
            try await sessions.endAll(of: staff.id, but: staff.session.id, by: staff.actor)
            return try done("sessions", at: "/dispatch/account")
        }
        group.group("", check: access.checkSigningIn) { group in
            form(&group, "/account/password") { try await changePassword($1, by: $0) }
            openOwnCodes(&group)
        }
    }

    /// The page, perhaps with what went wrong.
    func showAccount(problem: String = "", to visit: StaffVisit) async throws -> Response {
        let account = visit.staff.session.account
        let open = try await sessions.list(of: account.id)
        let status: Status = problem.isEmpty ? .ok : .unprocessableContent
        return try site.reply(
            "account",
            [
                "notice": .text(problem.isEmpty ? notice(on: "account", to: visit) : ""),
                "problem": .text(problem),
                "login": .text(account.login.text),
                "ownName": .text(account.name),
                "codesAreOn": .flag(account.codes.areSetUp),
                "codesMayGo": .flag(account.codes.rule == .optional),
                "sessions": .list(open.map { values(of: $0, for: visit) }),
                "hasOthers": .flag(open.count > 1),
            ],
            to: visit,
            status: status
        )
    }

    private func values(of session: StaffSessionRecord, for visit: StaffVisit) -> PageScope {
        [
            "id": .text(String(session.id)),
            "agent": .text(
                session.place.agent.isEmpty ? visit.words("account.sessions.unknown") : session.place.agent
            ),
            "network": .text(session.place.network),
            "created": .text(visit.dates.moment(session.created)),
            "seen": .text(visit.dates.moment(session.seen)),
            "isThis": .flag(session.id == visit.staff.session.id),
        ]
    }

    private func changeAccount(_ fields: Query, by visit: StaffVisit) async throws -> Response {
        let language = fields.first("language").flatMap { Language(rawValue: $0) } ?? visit.language
        let name = fields.trimmed("name")
        guard NewStaffAccount.canBeName(name) else {
            return try await showAccount(problem: visit.words("account.badName"), to: visit)
        }
        try await accounts.change(visit.staff.id, name: name, language: language)
        return try done("saved", at: "/dispatch/account")
    }

    private func endSession(_ visit: StaffVisit) async throws -> Response {
        let id = try visit.request.parameters.integer("id", in: 1...Int(Int32.max))
        // Another's session is told to be none, as one that there never was.
        guard try await sessions.end(id, of: visit.staff.id) else { throw Problem.noSuchSession }
        return try done("session", at: "/dispatch/account")
    }

    private func changePassword(_ fields: Query, by visit: StaffVisit) async throws -> Response {
        do {
            let new = try NewPassword(fields)
            if let fault = PasswordRule.fault(in: new.text, for: visit.staff.login) { throw fault }
            guard try await signIn.confirm(fields.first("current") ?? "", for: visit.staff.session) else {
                return try await showAccount(problem: visit.words("account.wrongPassword"), to: visit)
            }
            let outcome = try await signIn.choosePassword(
                new.text,
                for: visit.staff.session,
                at: visit.place
            )
            return try followAccount(outcome, visit, done: "password")
        } catch let fault as PasswordRule.Fault {
            let words = visit.words("passwords.faults.\(fault.rawValue)")
            return try await showAccount(problem: words, to: visit)
        } catch is NewPassword.Mistyped {
            return try await showAccount(problem: visit.words("passwords.mistyped"), to: visit)
        }
    }

    /// Gives the browser the token of the session that has taken the place of all others.
    func followAccount(_ outcome: SignIn.Outcome, _ visit: StaffVisit, done word: String) throws -> Response {
        let path = "/dispatch/account?" + Query([.init(name: "done", value: word)]).encoded
        return try follow(outcome, visit.request, next: ReturnPath(path) ?? .start)
    }
}
