import HTTP
import Ledger
import Pages

/// One-time codes of the own account, set up or given up later than at the first sign-in.
extension DispatchDoor {
    func openOwnCodes(_ group: inout RouteGroup) {
        page(&group, "/account/codes") { visit in
            guard !visit.staff.session.account.codes.areSetUp else {
                return try site.redirect(to: "/dispatch/account")
            }
            return try showOffer(to: visit)
        }
        form(&group, "/account/codes") { visit, fields in
            let session = visit.staff.session
            guard !session.account.codes.areSetUp else { return try site.redirect(to: "/dispatch/account") }
            guard try await signIn.confirm(fields.first("current") ?? "", for: session) else {
                return try showOffer(problem: "account.wrongPassword", to: visit)
            }
            let outcome = try await signIn.setUpCodes(fields.trimmed("code"), for: session, at: visit.place)
            guard case .passed = outcome else { return try showOffer(problem: "codes.refused", to: visit) }
            return try followAccount(outcome, visit, done: "codesOn")
        }
        form(&group, "/account/codes/remove") { visit, fields in
            let session = visit.staff.session
            guard session.account.codes.rule == .optional else {
                return try await showAccount(problem: visit.words("account.codes.needed"), to: visit)
            }
            guard try await signIn.confirm(fields.first("current") ?? "", for: session) else {
                return try await showAccount(problem: visit.words("account.wrongPassword"), to: visit)
            }
            let outcome = try await signIn.removeCodes(for: session, at: visit.place)
            return try followAccount(outcome, visit, done: "codesOff")
        }
    }

    private func showOffer(problem: String = "", to visit: StaffVisit) throws -> Response {
        var values = CodeOffer(visit.staff.session).values
        if !problem.isEmpty { values.set("problem", visit.words(problem)) }
        let status: Status = problem.isEmpty ? .ok : .unprocessableContent
        return try site.reply("accountcodes", values, to: visit, status: status)
    }
}
