import Cryptography
import Formats
import HTTP
import Ledger
import Pages
import Reports

/// What some have to do after name and password: a code, a password of their own, setting codes up.
extension DispatchDoor {
    func openStages(_ group: inout RouteGroup) {
        stage(.code, &group) { session, fields, visit in
            try await signIn.giveCode(fields.trimmed("code"), for: session, at: visit.place)
        }
        stage(.password, &group) { session, fields, visit in
            let password = try NewPassword(fields)
            return try await signIn.choosePassword(password.text, for: session, at: visit.place)
        }
        stage(.enrolment, &group) { session, fields, visit in
            try await signIn.setUpCodes(fields.trimmed("code"), for: session, at: visit.place)
        }
    }

    /// The page of a stage, and what its form leads to.
    private func stage(
        _ stage: SignInStage,
        _ group: inout RouteGroup,
        _ take:
            @escaping @Sendable (StaffSession, Query, DispatchVisit) async throws ->
            SignIn.Outcome
    ) {
        let path = "/sign-in/" + SignInPath.name(of: stage)
        group.get(path) { request in
            let next = request.query.first("next").flatMap { ReturnPath($0) } ?? .start
            return try await within(stage, request, next: next) { session, visit in
                try site.reply(stage.page, values(of: session, next: next), to: visit)
            }
        }
        group.post(path) { request in
            let fields = try Form.parse(request.body)
            let next = fields.first("next").flatMap { ReturnPath($0) } ?? .start
            return try await within(stage, request, next: next) { session, visit in
                try StaffGate.check(fields.first("token"), of: session)
                var values = values(of: session, next: next)
                do {
                    let outcome = try await take(session, fields, visit)
                    if case .passed = outcome { return try follow(outcome, request, next: next) }
                    values.set("problem", visit.words("\(stage.page).refused"))
                } catch let fault as PasswordRule.Fault {
                    values.set("problem", visit.words("passwords.faults.\(fault.rawValue)"))
                } catch is NewPassword.Mistyped {
                    values.set("problem", visit.words("passwords.mistyped"))
                }
                return try site.reply(stage.page, values, to: visit, status: .unprocessableContent)
            }
        }
    }

    /// Leads whoever is in another stage to where that is done.
    private func within(
        _ stage: SignInStage,
        _ request: Request,
        next: ReturnPath,
        _ make: (StaffSession, DispatchVisit) async throws -> Response
    ) async throws -> Response {
        let session = try await site.gate.session(of: request)
        guard let session, session.stage == stage else {
            return try site.redirect(to: SignInPath(session?.stage, next: next).text)
        }
        return try await make(session, try site.visit(request, in: session.account.language))
    }

    private func values(of session: StaffSession, next: ReturnPath) -> PageScope {
        var values: PageScope = [
            "login": .text(session.account.login.text),
            "formToken": .text(session.token.formToken),
            "next": .text(next.text),
            "fewest": .count(PasswordRule.fewestCharacters),
        ]
        if session.stage == .enrolment { values.merge(CodeOffer(session).values) }
        return values
    }
}

extension SignInStage {
    /// The page of it.
    fileprivate var page: String {
        switch self {
        case .code: "code"
        case .password: "password"
        case .enrolment: "codes"
        case .open: "start"
        }
    }
}
