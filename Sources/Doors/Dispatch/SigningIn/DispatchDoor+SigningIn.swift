import Formats
import HTTP
import Ledger
import Pages

/// Signing in by name and password, and out again.
extension DispatchDoor {
    func openSigningIn(_ group: inout RouteGroup) {
        group.get("/sign-in") { try await showSignIn($0) }
        group.group("", check: access.checkSigningIn) { group in
            group.post("/sign-in") { try await takeSignIn($0) }
            openStages(&group)
        }
        group.post("/sign-out") { try await signOut($0) }
    }

    private func showSignIn(_ request: Request) async throws -> Response {
        let form = SignInForm(request.query)
        if let session = try await site.gate.session(of: request), session.stage == .open {
            return try site.redirect(to: form.next.text)
        }
        let visit = try site.visit(request, in: form.language ?? request.language)
        return try site.reply("signin", values(of: form, for: visit), to: visit)
    }

    private func takeSignIn(_ request: Request) async throws -> Response {
        let form = SignInForm(try Form.parse(request.body))
        let visit = try site.visit(request, in: form.language ?? request.language)
        let outcome = try await signIn.begin(
            form.login,
            password: form.password,
            at: visit.place,
            // A token that was there before is worth nothing any more, whosever it is.
            endingOld: StaffCookie.token(of: request)
        )
        guard case .passed = outcome else {
            var values = values(of: form, for: visit)
            values.set("problem", visit.words("signin.refused"))
            return try site.reply("signin", values, to: visit, status: .unprocessableContent)
        }
        return try follow(outcome, request, next: form.next)
    }

    private func values(of form: SignInForm, for visit: DispatchVisit) -> PageScope {
        var values = form.values
        let languages = Language.allCases.filter { $0 != visit.language }.map { other -> PageScope in
            var items = [Query.Item(name: "lang", value: other.rawValue)]
            if form.next != .start { items.append(.init(name: "next", value: form.next.text)) }
            return ["path": .text("/dispatch/sign-in?" + Query(items).encoded)]
        }
        values["languages"] = .list(languages)
        if visit.request.query.first("out") != nil { values.set("notice", visit.words("signin.out")) }
        return values
    }

    /// Gives the browser the token of a session, and leads to what is wanted next.
    func follow(_ outcome: SignIn.Outcome, _ request: Request, next: ReturnPath) throws -> Response {
        guard case .passed(let token, let stage) = outcome else { throw Problem.signInRequired }
        var response = try site.redirect(to: SignInPath(stage, next: next).text)
        StaffCookie.set(token, on: &response, to: request)
        return response
    }

    private func signOut(_ request: Request) async throws -> Response {
        if let session = try await site.gate.session(of: request) {
            try StaffGate.check(try Form.parse(request.body).first("token"), of: session)
            try await sessions.signOut(session)
        }
        var response = try site.redirect(to: "/dispatch/sign-in?out=1")
        StaffCookie.clear(on: &response, to: request)
        return response
    }
}
